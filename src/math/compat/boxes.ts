import { groupAt, optionalAt } from "../tex/arguments.ts";
import { insert, type Edit } from "../rewrite.ts";
import type { Step } from "./step.ts";

export const bbox: Step = {
  name: "bbox",
  doc: "\\bbox[yellow]{x} → \\colorbox{yellow}{$\\displaystyle x$}; with a border \\fcolorbox{red}{transparent}{…}, whose width and dashes are lost.",
  trigger: /\\bbox(?![A-Za-z])/,
  edits: (lexed, { display, note }) =>
    lexed.tokens.flatMap(({ text, start }, index): readonly Edit[] => {
      if (text !== "\\bbox") return [];
      const options = optionalAt(lexed, index + 1);
      const content = groupAt(lexed, options?.next ?? index + 1);
      if (!content) return [];
      const { colour, border } = bboxOptions(options?.inner ?? "");
      if (border !== undefined) {
        const at = { offset: start, length: text.length };
        note({ code: "math/simplified", message: "width and dashes of the border of \\bbox are not kept", at });
      }
      const box = border === undefined ? `\\colorbox{${colour}}` : `\\fcolorbox{${border}}{${colour}}`;
      if (border === undefined && colour === "transparent") return [{ start, end: content.start, text: "" }];
      return [
        { start, end: content.start + 1, text: `${box}{$\\${display ? "display" : "text"}style ` },
        { start: content.end - 1, end: content.end, text: "$}" },
      ];
    }),
};

/** Colour and colour of the border in `yellow, 5px, border: 2px solid red`. */
function bboxOptions(options: string): { readonly colour: string; readonly border?: string } {
  const parts = options.split(/[,;]/).map((part) => part.trim());
  const border = parts.map((part) => /^border\s*:.*?(#?[A-Za-z0-9]+)$/.exec(part)?.[1]).find(Boolean);
  const colour = parts.find((part) => /^(?:[A-Za-z]+|#[0-9A-Fa-f]+)$/.test(part)) ?? "transparent";
  return { colour, ...(border !== undefined && { border }) };
}

const strikes: Readonly<Record<string, string>> = {
  updiagonalstrike: "\\cancel",
  downdiagonalstrike: "\\bcancel",
  "downdiagonalstrike updiagonalstrike": "\\xcancel",
  horizontalstrike: "\\sout",
  box: "\\boxed",
  roundedbox: "\\boxed",
  top: "\\overline",
  bottom: "\\underline",
};

export const enclose: Step = {
  name: "enclose",
  doc: "\\enclose{updiagonalstrike}{x} → \\cancel{x}; downdiagonalstrike \\bcancel, both \\xcancel, horizontalstrike \\sout, box \\boxed, top \\overline, bottom \\underline.",
  trigger: /\\enclose(?![A-Za-z])/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start }, index): readonly Edit[] => {
      const notation = text === "\\enclose" ? groupAt(lexed, index + 1) : undefined;
      if (!notation) return [];
      const content = groupAt(lexed, optionalAt(lexed, notation.next)?.next ?? notation.next);
      const key = notation.inner
        .trim()
        .split(/[\s,]+/)
        .toSorted()
        .join(" ");
      const command = Object.hasOwn(strikes, key) ? strikes[key] : undefined;
      return content && command !== undefined ? [{ start, end: content.start, text: command }] : [];
    }),
};

export const style: Step = {
  name: "style",
  doc: "\\style{color:red}{x} → \\textcolor{red}{x}, background-color → \\colorbox; other properties are left out.",
  trigger: /\\style(?![A-Za-z])/,
  edits: (lexed, { display, note }) =>
    lexed.tokens.flatMap(({ text, start }, index): readonly Edit[] => {
      const css = text === "\\style" ? groupAt(lexed, index + 1) : undefined;
      const content = css && groupAt(lexed, css.next);
      if (!content) return [];
      const { colour, background, other } = readCss(css.inner);
      if (other.length > 0) {
        const at = { offset: css.start, length: css.end - css.start };
        note({ code: "math/simplified", message: `the style “${other.join("; ")}” is left out`, at });
      }
      const box = background === undefined ? "" : `\\colorbox{${background}}{$\\${display ? "display" : "text"}style `;
      const ink = colour === undefined ? "" : `\\textcolor{${colour}}`;
      return [
        { start, end: content.start, text: `${box}${ink}` },
        ...(background === undefined ? [] : [insert(content.end, "$}")]),
      ];
    }),
};

function readCss(css: string) {
  const declarations = css
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const valueOf = (name: string): string | undefined => {
    const pattern = new RegExp(`^${name}\\s*:\\s*([A-Za-z]+|#[0-9A-Fa-f]{3,8})$`);
    return declarations.map((one) => pattern.exec(one)?.[1]).find(Boolean);
  };
  const known = /^(?:background-)?color\s*:\s*(?:[A-Za-z]+|#[0-9A-Fa-f]{3,8})$/;
  return {
    colour: valueOf("color"),
    background: valueOf("background-color"),
    other: declarations.filter((one) => !known.test(one)),
  };
}
