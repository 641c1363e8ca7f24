import type { TexWarning } from "../../model/ports.ts";
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

/** What a remark of KaTeX means for the author; `undefined` if it means nothing. */
export function problemOfRemark(
  { code, message, at }: TexWarning,
  tex: string,
  isInline: boolean,
): Problem | undefined {
  if (ignored.has(code)) return undefined;
  const quoted = /"(.+?)"/u.exec(message)?.[1] ?? "";
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
