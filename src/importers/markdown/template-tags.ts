import { codeRanges, outsideCode } from "./code-ranges.ts";

/** A tag of a template language in a text: `{% name args %}`, `{{< name args >}}`, `{{ expression }}`. */
export interface TemplateTag {
  /** As written. */
  readonly text: string;
  readonly name: string;
  /** Words and quoted texts behind the name; `key=value` stays one. */
  readonly args: readonly string[];
  /** What stands up to the closing tag, for a tag that has one. */
  readonly inner?: string;
}

/** What Markdown says instead; `undefined` leaves the tag, which is then reported. */
export type TagTable = (tag: TemplateTag) => string | undefined;

export interface TagForms {
  /** Every form of a tag: name and arguments are its first and second group. */
  readonly tag: RegExp;
  /** The closing tag of a name. */
  readonly closing: (name: string) => RegExp;
}

/** Hexo's Nunjucks and Jekyll's Liquid. */
export const braceForms: TagForms = {
  tag: /\{%-?\s*([\w-]+)([^]*?)-?%\}|\{\{-?\s*([\w.]+)([^{}]*?)-?\}\}/g,
  closing: (name) => new RegExp(`\\{%-?\\s*end_?${escaped(name)}\\s*-?%\\}`, "g"),
};

/** Hugo's shortcodes. */
export const shortcodeForms: TagForms = {
  tag: /\{\{[<%]\s*([\w/.-]+)([^]*?)[>%]\}\}/g,
  closing: (name) => new RegExp(`\\{\\{[<%]\\s*/\\s*${escaped(name)}\\s*[>%]\\}\\}`, "g"),
};

export interface TagResult {
  readonly markdown: string;
  /** Tags that stay, with their lines from 0. */
  readonly unknown: readonly { readonly line: number; readonly text: string }[];
}

/** Tags around text that is code, or is taken as it stands: other tags and backticks in it mean nothing. */
const verbatim: ReadonlySet<string> = new Set(["highlight", "codeblock", "code", "raw", "comment"]);

/** Replaces tags outside of code by what the table says. */
export function replaceTags(markdown: string, forms: TagForms, table: TagTable): TagResult {
  const ofCode: TagTable = (tag) => (verbatim.has(tag.name) && tag.inner !== undefined ? table(tag) : undefined);
  const fences = codeRanges(markdown).filter(({ kind }) => kind === "fence");
  const fenced = outsideCode(markdown, fences, (text) => replaceIn(text, { forms, table: ofCode, report: () => {} }));
  const unknown: { line: number; text: string }[] = [];
  const moved = lineMap(markdown, fenced);
  const changed = outsideCode(fenced, codeRanges(fenced), (text, offset) => {
    const before = fenced.slice(0, offset).split("\n").length - 1;
    const report = (at: number, tag: string) =>
      void unknown.push({
        line: moved(before + text.slice(0, at).split("\n").length - 1),
        text: tag.replace(/\s+/g, " "),
      });
    return replaceIn(text, { forms, table, report });
  });
  return { markdown: changed, unknown };
}

/** The line of a text from which a line of the changed text comes, as far as lines are the same. */
function lineMap(before: string, after: string): (line: number) => number {
  const [from, to] = [before.split("\n"), after.split("\n")];
  return (line) => {
    const nth = to.slice(0, line + 1).filter((text) => text === to[line]).length;
    let seen = 0;
    const found = from.findIndex((text) => text === to[line] && (seen += 1) === nth);
    return found === -1 ? line : found;
  };
}

interface Replacing {
  readonly forms: TagForms;
  readonly table: TagTable;
  readonly report: (at: number, tag: string) => void;
}

function replaceIn(text: string, { forms, table, report }: Replacing): string {
  let result = "";
  let at = 0;
  const form = new RegExp(forms.tag);
  for (let match = form.exec(text); match; match = form.exec(text)) {
    const tag = { text: match[0], name: match[1] ?? match[3] ?? "", args: argumentsIn(match[2] ?? match[4] ?? "") };
    const closing = forms.closing(tag.name);
    closing.lastIndex = form.lastIndex;
    const end = closing.exec(text);
    const pair = end ? { ...tag, inner: text.slice(form.lastIndex, end.index) } : undefined;
    const ofPair = pair && table(pair);
    const replaced = ofPair ?? table(tag);
    if (replaced === undefined) {
      report(match.index, match[0]);
      continue;
    }
    result += text.slice(at, match.index) + replaced;
    at = ofPair === undefined ? form.lastIndex : closing.lastIndex;
    form.lastIndex = at;
  }
  return result + text.slice(at);
}

function argumentsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:[\w-]+=)?"([^"]*)"|(?:[\w-]+=)?'([^']*)'|[^\s"']+/g)].map(([all, double, single]) => {
    const key = /^[\w-]+=/.exec(all)?.[0] ?? "";
    return double === undefined && single === undefined ? all : key + (double ?? single ?? "");
  });
}

/** The value of `key=value` among arguments. */
export function argumentOf(args: readonly string[], key: string): string | undefined {
  return args.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1);
}

/** A fenced block, the fence longer than any in the code. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/^`+/gm)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/^\n+|\s+$/g, "")}\n${fence}`;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
