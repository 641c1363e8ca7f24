import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { stringify } from "yaml";
import { explainDisk } from "../host/disk-error.ts";
import { useError } from "../host/use-error.ts";
import { parseDate } from "../text/dates.ts";
import { slug } from "../text/slug.ts";
import { newOptions, readOptions } from "./options.ts";
import { openProject } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/**
 * `suanjing new "标题"`: starts a post and prints its path.
 * @returns exit code 0
 * @throws a use error without a title, or if there is such a post
 */
export async function newPost(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, newOptions);
  const contentDir = resolve(root, values.content ?? "content");
  await mkdir(contentDir, { recursive: true });
  const { config } = await openProject(root, values);
  const clock = () => new Date();
  const file = await startPost(positionals.join(" "), {
    contentDir,
    clock,
    author: config.author,
    timeZone: config.timeZone,
  });
  io.out(relative(root, file));
  return 0;
}

export interface NewPost {
  readonly contentDir: string;
  readonly clock: () => Date;
  /** Empty: none is written. */
  readonly author: string;
  /** IANA name; the date is read off the clocks there. */
  readonly timeZone: string;
}

/**
 * Writes `posts/<year>/<slug>.md` with a front matter of id, title, author and date. Nothing is ever
 * overwritten, and an identity that a post of another year has is not given out again: it makes the address.
 *
 * @returns path of the new file
 * @throws a use error for an empty title, or if there is a post of this name
 */
export async function startPost(title: string, { contentDir, clock, author, timeZone }: NewPost): Promise<string> {
  // White space of any kind would be a line end in a list of posts.
  const name = title.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (name === "") throw useError("a post needs a title", 'suanjing new "标题"');
  const instant = clock().toISOString().slice(0, 19);
  const date = parseDate(`${instant}Z`, timeZone);
  if (!date) throw new Error(`the clock shows ${instant}, which is no date`);
  const id = slug(name);
  const folder = join(contentDir, "posts", date.day.slice(0, 4));
  const file = join(folder, `${id}.md`);
  const taken = await findName(basename(file), join(contentDir, "posts"));
  if (taken !== undefined) throw alreadyThere(taken);
  const meta = { id, title: name, ...(author !== "" && { author }), date: date.instant };
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\n${frontMatter(meta)}---\n\n`, { flag: "wx" });
  } catch (error) {
    throw error instanceof Error && "code" in error && error.code === "EEXIST"
      ? alreadyThere(file)
      : explainDisk(error, `write ${file}`);
  }
  return file;
}

/** Titles hold colons, backslashes, dollars and quotes, so they are always quoted; a long one stays on its line. */
function frontMatter({ id, title, ...rest }: Readonly<Record<string, string>>): string {
  const quoted = { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" } as const;
  const lines = [
    stringify({ id }, { lineWidth: 0 }),
    stringify({ title }, { lineWidth: 0, ...quoted }),
    stringify(rest, { lineWidth: 0 }),
  ];
  return lines.join("");
}

async function findName(name: string, folder: string): Promise<string | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = entries.find((entry) => entry.name === name);
  return found && join(found.parentPath, found.name);
}

function alreadyThere(file: string): Error {
  return useError(`${file} exists already`, "give the post another title");
}
