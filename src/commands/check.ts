import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { OutputFile } from "../model/page.ts";
import { applyRules, sortDiagnostics } from "../diagnostics/rules.ts";
import { formatDiagnostics, summaryLine } from "../diagnostics/format.ts";
import { codes, isCode } from "../diagnostics/codes.ts";
import { useError } from "../host/use-error.ts";
import { nearest } from "../text/edit-distance.ts";
import { buildSite, type BuildResult } from "./build-site.ts";
import { checkLinks, collectLinks } from "./check-links.ts";
import { checkOptions, readOptions } from "./options.ts";
import { openProject, type Project } from "./project.ts";
import { paint, progressBar, type Terminal } from "./terminal.ts";

/**
 * `suanjing check`: all diagnostics of the content, drafts included; writes no page.
 * @returns exit code: 1 if there is an error
 */
export async function check(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values } = readOptions(args, checkOptions);
  if (values.explain !== undefined) {
    io.out(explain(values.explain));
    return 0;
  }
  const project = await openProject(root, values);
  const bar = progressBar(io);
  const links = collectLinks();
  const nowhere = { write: async (file: OutputFile) => links.add(file), copy: async () => {} };
  const built = await buildSite(
    project,
    { drafts: true, cache: true, subsetFonts: false, onProgress: bar.update },
    nowhere,
  );
  bar.clear();
  const result =
    values.links === true ? { ...built, diagnostics: await withLinks(built, project, { links, io }) } : built;
  if (values.json === true) io.out(JSON.stringify(result.diagnostics, undefined, 2));
  else {
    const text = formatDiagnostics(result.diagnostics, {
      sourceOf: result.sourceOf,
      folder: project.contentName,
      paint,
    });
    if (text !== "") io.out(text);
    io.out(summaryLine(result.diagnostics, result.posts));
  }
  return result.diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** The diagnostics, with the links to other sites that do not answer. */
async function withLinks(
  built: BuildResult,
  { config, workFolder }: Project,
  { links, io }: { readonly links: ReturnType<typeof collectLinks>; readonly io: Terminal },
): Promise<readonly Diagnostic[]> {
  const found = await checkLinks({
    urls: links.urls,
    result: built,
    cacheFile: join(workFolder, "links.json"),
    now: Date.now(),
    told: (done, of) => void ((done % 50 === 0 || done === of) && io.error(`${done}/${of} links`)),
  });
  return sortDiagnostics([...built.diagnostics, ...applyRules(found, config.rules)]);
}

/** What a code means, with an example. */
function explain(code: string): string {
  if (!isCode(code)) {
    const known = nearest(code, Object.keys(codes), 4);
    throw useError(`there is no diagnostic ${code}`, known === undefined ? undefined : `did you mean ${known}?`);
  }
  const { severity, explain: text, example } = codes[code];
  const lines = example.split("\n").map((line) => `    ${line}`);
  return `${code} (${severity})\n\n${text}\n\nFor example:\n\n${lines.join("\n")}\n`;
}
