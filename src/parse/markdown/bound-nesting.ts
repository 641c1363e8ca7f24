import { maskSource, type Mask } from "../math-syntax/mask.ts";

/** The column behind which no quote and no list begins, so that nothing nests deeper than this. */
const lastColumn = 200;

/** The marks of quotes and lists at the start of a line, if they reach behind that column; a rule across the page is none. */
const deepLine = new RegExp(
  `^(?=[ \\t>+*.)\\d-]{${lastColumn}})(?![ \\t]*([-*])(?:[ \\t]*\\1){2,}[ \\t]*$)[ \\t>+*.)\\d-]+`,
  "gm",
);
const marker = />|[-+*](?=\s|$)|[.)](?=\s|$)/g;

/**
 * Hides the marks of quotes and lists that stand behind column 200 of their line, for the parser's time grows with
 * the square of the depth and its stack ends. What they would have opened is text of what is around them.
 */
export function boundNesting(source: string): Mask {
  const excess = [...source.matchAll(deepLine)].flatMap(({ 0: start, index }) =>
    [...start.matchAll(marker)].flatMap((mark) => (mark.index < lastColumn ? [] : [index + mark.index])),
  );
  return maskSource(source, excess);
}
