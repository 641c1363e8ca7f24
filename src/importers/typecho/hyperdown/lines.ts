/** What HyperDown takes a line for. */
export type LineKind =
  | "blank"
  | "text"
  | "item"
  | "quote"
  | "heading"
  | "rule"
  | "table"
  | "delimiter"
  | "note"
  | "code"
  | "html";

export interface Line {
  readonly text: string;
  readonly kind: LineKind;
}

const blockTags =
  "p|div|h[1-6]|blockquote|pre|table|dl|ol|ul|address|form|fieldset|iframe|hr|legend|article|section|nav|aside|hgroup|header|footer|figcaption|svg|script|noscript";
const openTag = new RegExp(`^\\s*<(${blockTags})(?:\\s[^>]*)?>`, "i");
const anyOpenTag = new RegExp(`<(${blockTags})(?:\\s[^>]*)?>`, "gi");

/** A row of dashes with at least one bar or plus. */
const delimiter = /^\s*(?=.*[|+])[|+]?[ :]*-+[ :]*(?:[|+][ :]*-+[ :]*)*[|+]?\s*$/;

interface State {
  /** Closes the block that is open. */
  closer: ((line: string) => boolean) | undefined;
  kind: "code" | "html";
  /** Empty lines mean something in `<pre>`. */
  keepsBlank: boolean;
  isList: boolean;
  isTable: boolean;
}

/**
 * Tells the lines of a text apart as HyperDown does, block by block. The marks `!!!` around raw HTML are not handed on,
 * nor are empty lines inside of an element, which would end it for CommonMark.
 */
export function readLines(lines: readonly string[]): readonly Line[] {
  const found: Line[] = [];
  const state: State = { closer: undefined, kind: "code", keepsBlank: false, isList: false, isTable: false };
  for (const text of lines) {
    const isInside = state.closer !== undefined;
    const kind = kindOf(text, state, found.at(-1)?.kind ?? "blank");
    if (kind === "html" && isInside && text.trim() === "" && !state.keepsBlank) continue;
    if (kind === "delimiter" && found.at(-1)?.kind === "text")
      found.push({ text: found.pop()?.text ?? "", kind: "table" });
    found.push(kind === "html" && isMark(text) ? { text: "", kind: "blank" } : { text, kind });
  }
  return found;
}

function isMark(text: string): boolean {
  return /^\s*!!!\s*$/.test(text);
}

function kindOf(text: string, state: State, before: LineKind): LineKind {
  if (state.closer) {
    if (state.closer(text)) state.closer = undefined;
    return state.kind;
  }
  const opened = openBlock(text, state);
  if (opened) return opened;
  if (text.trim() === "") {
    state.isTable = false;
    return "blank";
  }
  if (/^\s*(?:\d+\.|[-+*])\s+/.test(text) && !/^(?:\* *){3,}\s*$/.test(text)) {
    state.isList = true;
    return "item";
  }
  if (/^ {4}/.test(text) && !state.isList) return "code";
  if (state.isList && before === "blank" && !/^\s/.test(text)) state.isList = false;
  return kindOfPlain(text, state);
}

function kindOfPlain(text: string, state: State): LineKind {
  if (delimiter.test(text)) {
    state.isTable = true;
    return "delimiter";
  }
  if (state.isTable && text.includes("|")) return "table";
  state.isTable = false;
  if (/^\[\^[^\]]+\]:/.test(text)) return "note";
  if (/^\s*\[[^\]]+\]:\s*\S/.test(text)) return "rule";
  if (/^\s*>/.test(text)) return "quote";
  if (text.startsWith("#")) return "heading";
  return /^(?:\* *){3,}\s*$|^\s*(?:=|-){2,}\s*$/.test(text) ? "rule" : "text";
}

/** Code between fences, HTML up to the end of its last element, and what stands between two `!!!`. */
function openBlock(text: string, state: State): "code" | "html" | undefined {
  const fence = /^\s*(~{3,}|`{3,})[^`~]*$/.exec(text)?.[1];
  if (fence !== undefined) return open(state, "code", (line) => new RegExp(`^\\s*${fence}[^\`~]*$`).test(line));
  if (isMark(text)) return open(state, "html", isMark);
  if (/^\s*<!--.*?-->\s*$/.test(text)) return "html";
  if (!openTag.test(text)) return undefined;
  const last = [...text.matchAll(anyOpenTag)].at(-1)?.[1] ?? "";
  const isClosed = (line: string) => line.includes(`</${last}>`);
  if (isClosed(text) || /^hr$/i.test(last)) return "html";
  state.keepsBlank = /^(?:pre|script)$/i.test(last);
  return open(state, "html", isClosed);
}

function open(state: State, kind: State["kind"], closer: (line: string) => boolean): State["kind"] {
  state.closer = closer;
  state.kind = kind;
  return kind;
}
