import type { SearchCatalogue } from "../../model/search.ts";
import { sharedRun } from "../../text/search/formula-index.ts";
import { normaliseTex } from "../../text/search/normalise-tex.ts";
import { once } from "./index-files.ts";

interface Katex {
  readonly render: (tex: string, element: HTMLElement, options: Readonly<Record<string, unknown>>) => void;
}

/** Sets formulas in the page, by the KaTeX that has set those of the site; loaded when the first formula is asked for. */
export interface Setter {
  /** `false` if KaTeX cannot set it. */
  readonly set: (tex: string, element: HTMLElement, isDisplay: boolean) => Promise<boolean>;
  /** Sets a formula with the part marked that it shares with the query; `false` if that is not possible. */
  readonly setMarked: (tex: string, element: HTMLElement, mark: Mark) => Promise<boolean>;
}

export interface Mark {
  readonly query: string;
  readonly isDisplay: boolean;
  /** Of the site and of the post of the formula. */
  readonly macros: Readonly<Record<string, string>>;
}

/** Class of the part that is marked. */
const hit = "hit";
/** Parts that are tried before a formula stays unmarked. */
const maxTries = 6;

export function openSetter(catalogue: () => Promise<SearchCatalogue>): Setter {
  const katex = once(async () => loadKatex((await catalogue()).katex));
  const render = async (tex: string, element: HTMLElement, { isDisplay, macros }: Omit<Mark, "query">) => {
    try {
      (await katex()).render(tex, element, {
        displayMode: isDisplay,
        macros: { ...macros },
        strict: "ignore",
        maxExpand: 1000,
        maxSize: 50,
        trust: ({ command, class: name }: { readonly command: string; readonly class?: string }) =>
          command === "\\htmlClass" && name === hit,
      });
      return true;
    } catch {
      return false;
    }
  };
  return {
    async set(tex, element, isDisplay) {
      return render(tex, element, { isDisplay, macros: (await catalogue()).macros });
    },
    async setMarked(tex, element, mark) {
      for (const marked of markings(settable(tex), mark)) if (await render(marked, element, mark)) return true;
      return false;
    },
  };
}

function loadKatex(src: string): Promise<Katex> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.addEventListener("load", () => resolve((window as unknown as { readonly katex: Katex }).katex));
    script.addEventListener("error", () => reject(new Error(src)));
    document.head.append(script);
  });
}

/** What KaTeX itself does not know of a formula as authors write it: labels, and numbers, which are not shown here. */
function settable(tex: string): string {
  return tex
    .replace(/\\(?:label|tag\*?)\s*\{[^{}]*\}|\\(?:notag|nonumber)(?![A-Za-z])/g, "")
    .replace(/(\\(?:begin|end)\{(?:equation|align|alignat|gather|multline))\}/g, "$1*}");
}

/** The TeX with the shared part in a class: the longest part first whose braces are paired. */
function markings(tex: string, { query, macros }: Mark): readonly string[] {
  const tokens = normaliseTex(tex, macros);
  const texts = tokens.map(({ text }) => text);
  const [first, end] = sharedRun(
    texts,
    normaliseTex(query, macros).map(({ text }) => text),
  );
  const found: string[] = [];
  for (let length = end - first; length > 0 && found.length < maxTries; length -= 1) {
    for (let at = first; at + length <= end && found.length < maxTries; at += 1) {
      const [from, to] = [tokens[at]?.start ?? 0, tokens[at + length - 1]?.end ?? 0];
      const inner = tex.slice(from, to);
      if (canStandAlone(inner)) found.push(`${tex.slice(0, from)}\\htmlClass{${hit}}{${inner}}${tex.slice(to)}`);
    }
  }
  return found;
}

function canStandAlone(tex: string): boolean {
  let depth = 0;
  for (const [sign] of tex.matchAll(/\\[^]|[{}&]/g)) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth < 0 || (sign === "&" && depth === 0) || sign === "\\\\") return false;
  }
  const count = (pattern: RegExp) => tex.match(pattern)?.length ?? 0;
  return (
    depth === 0 &&
    !/^[_^]|[_^]$/.test(tex) &&
    count(/\\left(?![a-z])/g) === count(/\\right(?![a-z])/g) &&
    count(/\\begin\{/g) === count(/\\end\{/g)
  );
}
