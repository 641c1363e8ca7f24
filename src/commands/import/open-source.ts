import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { isSqlite, openSqlite } from "../../host/database/sqlite.ts";
import { explainDisk } from "../../host/disk-error.ts";
import { filesNode } from "../../host/files-node.ts";
import { md5 } from "../../host/hash.ts";
import { useError } from "../../host/use-error.ts";
import type { Importer, ImportInput, ImportOptions } from "../../model/imported.ts";
import { addressOf, rowsOf } from "./open-database.ts";

/** What an importer is given, and how the files are read that go along. */
export interface Source {
  readonly input: ImportInput;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

interface Wish {
  readonly importer: Importer;
  readonly options: ImportOptions;
  /** Folder with what the old site has been given to show. */
  readonly uploads: string | undefined;
}

/**
 * Opens a file, a folder, or the address of a database. Without a path an importer that reads databases takes the
 * address in the variable `DATABASE_URL`, where no list of processes shows it.
 *
 * @throws a use error if it is not there, or the database does not open
 */
export async function openSource(root: string, path: string | undefined, wish: Wish): Promise<Source> {
  const { importer, options } = wish;
  const typed = path ?? (importer.choose ? process.env["DATABASE_URL"] : undefined);
  if (typed === undefined)
    throw useError(
      "name one file or folder",
      `suanjing import ${importer.name} PATH${importer.choose ? ", or the address of a database in DATABASE_URL" : ""}`,
    );
  const address = importer.choose ? addressOf(typed) : undefined;
  if (address) return databaseSource(root, await rowsOf(address, importer, options), wish);
  if (/^[a-z]+:\/\//i.test(typed))
    throw useError(
      importer.choose
        ? "this is no address of a database that is known"
        : `“${importer.name}” reads a file or a folder`,
      importer.choose ? "it begins with mysql:// or postgres://" : undefined,
    );
  const file = resolve(root, typed);
  const found = await stat(file).catch(() => undefined);
  if (!found) throw useError(`there is no file or folder “${typed}”`);
  if (found.isDirectory()) return folderSource(root, file, wish);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw explainDisk(error, `read ${typed}`);
  });
  if (importer.choose && isSqlite(bytes)) {
    const database = { where: typed, open: () => openSqlite(bytes) };
    return databaseSource(root, await rowsOf(database, importer, options), wish);
  }
  const uploads = await openUploads(root, wish.uploads);
  const paths = wish.uploads === undefined ? [basename(file)] : uploads.paths;
  // A single file is named in messages as it was typed.
  return { input: { files: [{ path: typed, bytes }], paths, md5 }, read: uploads.read };
}

async function databaseSource(
  root: string,
  rows: NonNullable<ImportInput["rows"]>,
  { uploads }: Wish,
): Promise<Source> {
  const { paths, read } = await openUploads(root, uploads);
  return { input: { files: [], paths, rows, md5 }, read };
}

async function folderSource(root: string, file: string, { importer, uploads }: Wish): Promise<Source> {
  const folder = await openFolder(file);
  const files = [];
  for (const path of folder.paths.filter(importer.wants))
    files.push({ path, bytes: (await folder.read(path)) ?? new Uint8Array() });
  const { paths, read } = uploads === undefined ? folder : await openUploads(root, uploads);
  return { input: { files, paths, md5 }, read };
}

interface Folder {
  readonly paths: readonly string[];
  readonly read: Source["read"];
}

async function openFolder(file: string): Promise<Folder> {
  const folder = filesNode(file);
  const paths = await folder.list();
  const known = new Set(paths);
  return { paths, read: async (path) => (known.has(path) ? folder.read(path) : undefined) };
}

/** Where Typecho keeps what is uploaded. */
const uploadsPath = "usr/uploads/";

/** The folder of uploads, whether it is `usr/uploads` itself, `usr`, or holds them. */
async function openUploads(root: string, typed: string | undefined): Promise<Folder> {
  if (typed === undefined) return { paths: [], read: async () => undefined };
  const file = resolve(root, typed);
  if ((await stat(file).catch(() => undefined))?.isDirectory() !== true)
    throw useError(`there is no folder “${typed}”`);
  const folder = await openFolder(file);
  if (folder.paths.some((path) => `/${path}`.includes(`/${uploadsPath}`))) return folder;
  const missing = folder.paths.some((path) => path.startsWith("uploads/")) ? "usr/" : uploadsPath;
  return {
    paths: folder.paths.map((path) => missing + path),
    read: (path) => folder.read(path.slice(missing.length)),
  };
}
