import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { SourcePath } from "../model/brand.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { OutputFile } from "../model/page.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { visitLinks, type LinkState, type VisitOptions } from "../host/visit-link.ts";
import { lineIndex } from "../text/line-index.ts";
import type { BuildResult } from "./build-site.ts";

const politeness: VisitOptions = { timeoutMs: 15_000, delayMs: 1000 };

/** For how long an address that answered is not asked again. */
const freshMs = 7 * 24 * 3_600_000;

interface Remembered extends LinkState {
  readonly at: number;
}

/** Addresses of other sites in the pages that pass by. */
export function collectLinks(): { readonly add: (file: OutputFile) => void; readonly urls: ReadonlySet<string> } {
  const urls = new Set<string>();
  return {
    urls,
    add({ path, body }) {
      if (!path.endsWith(".html")) return;
      const html = typeof body === "string" ? body : new TextDecoder().decode(body);
      for (const [, href = ""] of html.matchAll(/<a [^>]*?href="(https?:[^"]+)"/g)) {
        const url = href.replaceAll("&amp;", "&").replace(/#.*$/s, "");
        if (URL.canParse(url)) urls.add(url);
      }
    },
  };
}

export interface LinkCheck {
  readonly urls: ReadonlySet<string>;
  readonly result: Pick<BuildResult, "files" | "sourceOf">;
  /** Where answers are remembered. */
  readonly cacheFile: string;
  readonly told: (done: number, of: number) => void;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly options?: VisitOptions;
}

/** Asks for every address once; what does not answer well is a diagnostic at the first place that names it. */
export async function checkLinks(check: LinkCheck): Promise<readonly Diagnostic[]> {
  const { urls, cacheFile, now, told, options = politeness } = check;
  const known = await readCache(cacheFile);
  const isFresh = (url: string) => {
    const state = known.get(url);
    return state !== undefined && faultOf(state) === undefined && now - state.at < freshMs;
  };
  const due = [...urls].filter((url) => !isFresh(url)).sort();
  let done = 0;
  await visitLinks(due, options, (url, state) => {
    known.set(url, { ...state, at: now });
    done += 1;
    told(done, due.length);
  });
  await writeCache(cacheFile, new Map([...known].filter(([url]) => urls.has(url))));
  return [...urls].sort().flatMap((url) => {
    const fault = faultOf(known.get(url) ?? {});
    return fault === undefined ? [] : [unreachable(url, fault, check.result)];
  });
}

/** What is wrong with an answer. That a server refuses robots (401, 403, 429) says nothing about the page. */
function faultOf({ status, fault }: LinkState): string | undefined {
  if (status === undefined) return fault ?? "there is no answer";
  return status < 400 || [401, 403, 429].includes(status) ? undefined : `the answer is ${status}`;
}

function unreachable(url: string, fault: string, { files, sourceOf }: LinkCheck["result"]): Diagnostic {
  const message = `the link to ${url} leads nowhere: ${fault}`;
  for (const file of files) {
    const text = sourceOf(file) ?? "";
    const start = text.indexOf(url);
    if (start === -1) continue;
    const lines = lineIndex(text);
    return diagnostic("link/unreachable", file, message, {
      span: { start: lines.pointAt(start), end: lines.pointAt(start + url.length) },
    });
  }
  return diagnostic("link/unreachable", "" as SourcePath, message);
}

async function readCache(file: string): Promise<Map<string, Remembered>> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(file, "utf8")) as Record<string, Remembered>));
  } catch {
    return new Map();
  }
}

async function writeCache(file: string, cache: ReadonlyMap<string, Remembered>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(Object.fromEntries(cache), undefined, 1)}\n`);
  await rename(temporary, file);
}
