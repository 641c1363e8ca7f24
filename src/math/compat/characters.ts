import { groupAt, offsetOf, optionalAt } from "../tex/arguments.ts";
import type { Step } from "./step.ts";

export const spaces: Step = {
  name: "spaces",
  doc: "No-break and figure spaces become spaces, zero-width characters go: KaTeX has no metrics for them.",
  trigger: /[\u00a0\u2007\u200b-\u200d\u2060\u2061\ufeff]/,
  edits: ({ tex }, { note }) =>
    [...tex.matchAll(/[\u00a0\u2007]|[\u200b-\u200d\u2060\u2061\ufeff]+/g)].map(({ 0: text, index }) => {
      const isSpace = /[\u00a0\u2007]/.test(text);
      if (!isSpace) {
        const code = text.charCodeAt(0).toString(16).toUpperCase();
        const at = { offset: index, length: text.length };
        note({
          code: "math/zero-width",
          message: `the invisible character U+${code} is left out`,
          hint: "delete it",
          at,
        });
      }
      return { start: index, end: index + text.length, text: isSpace ? " " : "" };
    }),
};

export const unicode: Step = {
  name: "unicode",
  doc: '\\unicode{x2713}, \\unicode{10003} → {\\char"2713}.',
  trigger: /\\unicode(?![A-Za-z])/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start }, index) => {
      if (text !== "\\unicode") return [];
      const font = optionalAt(lexed, index + 1);
      const code = groupAt(lexed, font?.next ?? index + 1);
      const match = /^\s*(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))\s*$/.exec(code?.inner ?? "");
      if (!code || !match) return [];
      const hex = match[1] ?? Number(match[2]).toString(16);
      return [{ start, end: code.end, text: `{\\char"${hex.toUpperCase()}}` }];
    }),
};

export const doubleStruck: Step = {
  name: "double-struck",
  doc: "\\mathds{R}, \\mathbbm{R} → \\mathbb{R}; digits, which KaTeX has no double-struck form of, \\mathbf{1}.",
  trigger: /\\(?:mathds|mathbbm)(?![A-Za-z])/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start, end }, index) => {
      if (text !== "\\mathds" && text !== "\\mathbbm") return [];
      const group = groupAt(lexed, index + 1);
      const inner = group?.inner ?? lexed.tex.slice(end, offsetOf(lexed, index + 3));
      return [{ start, end, text: /\d/.test(inner.replace(/#\d/g, "")) ? "\\mathbf" : "\\mathbb" }];
    }),
};
