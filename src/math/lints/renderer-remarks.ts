import type { TexRange, TexWarning } from "../../model/ports.ts";
import type { Problem } from "../problem.ts";

/** Full-width signs and what TeX has for them. */
const ascii: Readonly<Record<string, string>> = {
  "，": ",",
  "；": ";",
  "：": ":",
  "（": "(",
  "）": ")",
  "｜": "|",
  "＝": "=",
  "＜": "<",
  "＞": ">",
  "＋": "+",
  "－": "-",
  "！": "!",
  "［": "[",
  "］": "]",
  "、": ",",
};

/** Remarks of KaTeX that say nothing: a space or a line break is no lint of ours, the lexer has its own. */
const ignored: ReadonlySet<string> = new Set(["newLineInDisplayMode", "commentAtEnd"]);

/** What the remarks of KaTeX about a formula mean for the author: each once, a run of hanzi as one. */
export function problemsOfRemarks(remarks: readonly TexWarning[], tex: string, isInline: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  const said = new Set<string>();
  for (const remark of joinRuns(remarks, tex)) {
    const problem = problemOfRemark(remark, tex, isInline);
    const key = JSON.stringify([problem?.message, problem?.at]);
    if (problem && !said.has(key)) problems.push(problem);
    said.add(key);
  }
  return problems;
}

/** KaTeX speaks of one character at a time; neighbours are said together. */
function joinRuns(remarks: readonly TexWarning[], tex: string): readonly TexWarning[] {
  const joined: TexWarning[] = [];
  for (const remark of remarks) {
    const last = joined.at(-1);
    const at = last && runOf(last, remark);
    if (last && at) joined[joined.length - 1] = { ...last, at, message: `"${sliceAt(tex, at)}"` };
    else joined.push(remark);
  }
  return joined;
}

/** The range of two remarks together, if the second one goes on where the first one ends. */
function runOf(last: TexWarning, next: TexWarning): TexRange | undefined {
  const isRun = [last, next].every(
    (one) => one.code === "unicodeTextInMathMode" && !Object.hasOwn(ascii, quotedIn(one)),
  );
  if (!isRun || !last.at || next.at?.offset !== last.at.offset + last.at.length) return undefined;
  return { offset: last.at.offset, length: last.at.length + next.at.length };
}

function sliceAt(tex: string, { offset, length }: TexRange): string {
  return tex.slice(offset, offset + length);
}

/** The text that KaTeX quotes in a remark. */
function quotedIn({ message }: TexWarning): string {
  return /(["'])(.+?)\1/u.exec(message)?.[2] ?? "";
}

/** What a remark means; `undefined` if it means nothing. */
function problemOfRemark(remark: TexWarning, tex: string, isInline: boolean): Problem | undefined {
  const { code, message, at } = remark;
  if (ignored.has(code)) return undefined;
  // KaTeX quotes half of a character beyond U+FFFF.
  const quoted = at ? sliceAt(tex, at) : quotedIn(remark);
  const place = at ?? placeOf(quoted, tex);
  const where = place ? { at: place } : {};
  if (code === "symbolNotInFont" || code === "unknownSymbol") {
    const hint = "put it into \\text{…}, or write a command such as \\textcircled{1}, ^\\circ\\mathrm{C}";
    return { code: "math/no-glyph", message: `KaTeX's fonts do not have “${quoted}”`, hint, ...where };
  }
  if (code !== "unicodeTextInMathMode") return { code: "math/lint", message, ...where };
  const sign = ascii[quoted];
  if (sign !== undefined) {
    const hint = `write ${sign}, or \\text{${quoted}}`;
    return { code: "math/full-width", message: `“${quoted}” is a full-width sign`, hint, ...where };
  }
  const hint = isInline ? "a $ is missing or doubled nearby; if not, put it into \\text{…}" : "put it into \\text{…}";
  return { code: "math/hanzi", message: `“${quoted}” stands in mathematics outside of \\text`, hint, ...where };
}

function placeOf(text: string, tex: string): TexWarning["at"] {
  const offset = text === "" ? -1 : tex.indexOf(text);
  return offset < 0 ? undefined : { offset, length: text.length };
}
