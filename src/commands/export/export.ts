import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { OutputFile } from "../../model/page.ts";
import { formatDiagnostics } from "../../diagnostics/format.ts";
import { drawMathjax } from "../../host/draw-mathjax.ts";
import { useError } from "../../host/use-error.ts";
import { bookWorld } from "../book-world.ts";
import { buildSite } from "../build-site.ts";
import { exportOptions, readOptions } from "../options.ts";
import { openProject } from "../project.ts";
import { seconds } from "../seconds.ts";
import { paint, progressLine, type Terminal } from "../terminal.ts";
import { chooseBooks } from "./choose.ts";
import { openPdf, readPaper } from "./pdf.ts";

/**
 * `suanjing export epub|pdf`: books of series or of one post.
 * @returns exit code: 1 if a picture is missing in a book
 */
export async function exportBooks(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, exportOptions);
  const [form] = positionals;
  if (form !== "epub" && form !== "pdf") throw useError("name what to export: epub or pdf");
  const choice = chooseBooks(values);
  const paper = readPaper(values.paper);
  const project = await openProject(root, values);
  const out = resolve(root, values.out ?? "books");
  const { world, names } = await bookWorld(project);
  const drawer = form === "epub" ? await drawerFor(values.math) : undefined;
  const printing = form === "pdf" ? await openPdf(project, paper) : undefined;
  const line = progressLine(io);
  let start = performance.now();
  const write = async ({ path, body }: OutputFile) => {
    line.clear();
    await writeWhole(join(out, path), body);
    io.error(
      `${join(values.out ?? "books", path)}: ${megabytes(body.length)} in ${seconds(performance.now() - start)}`,
    );
    start = performance.now();
  };
  const order = {
    choice,
    withComments: values.comments === true,
    names,
    folder: "",
    only: true,
    ...(printing && { print: printing.print }),
    world: {
      ...world,
      ...(drawer && { drawer }),
      onProgress: ({ book, parts, of }: { readonly book: string; readonly parts: number; readonly of: number }) =>
        line.update(`${book}: ${parts}/${of}`),
    },
  };
  const options = { drafts: false, cache: true, subsetFonts: false, books: order };
  const { diagnostics, sourceOf } = await buildSite(project, options, { write, copy: async () => {} }).finally(() =>
    printing?.close(),
  );
  line.clear();
  const ours = diagnostics.filter(({ code }) => code.startsWith("book/"));
  if (ours.length > 0) io.error(formatDiagnostics(ours, { sourceOf, folder: project.contentName, paint }));
  return ours.length > 0 ? 1 : 0;
}

async function drawerFor(math: string | undefined) {
  if (math === undefined || math === "mathml") return undefined;
  if (math !== "svg") throw useError(`--math takes mathml or svg, not “${math}”`);
  const drawer = await drawMathjax();
  if (!drawer)
    throw useError("formulas are drawn by MathJax, which is not installed", "npm install --save-optional @mathjax/src");
  return drawer;
}

/** A book appears whole or not at all. */
async function writeWhole(file: string, body: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, body);
  await rename(`${file}.part`, file);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;
}
