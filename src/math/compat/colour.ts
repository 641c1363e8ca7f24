import { groupAt, optionalAt } from "../tex/arguments.ts";
import type { Edit } from "../rewrite.ts";
import type { Step } from "./step.ts";

const coloured: ReadonlySet<string> = new Set(["\\color", "\\textcolor", "\\colorbox", "\\fcolorbox"]);

export const colourModels: Step = {
  name: "colour-models",
  doc: "\\color[rgb]{1,0,0}, \\textcolor[RGB]{255,0,0}, [gray], [HTML] → {#ff0000}: KaTeX knows names and hexadecimals.",
  trigger: /\\(?:text|f)?color(?:box)?\s*\[/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text }, index): readonly Edit[] => {
      if (!coloured.has(text)) return [];
      const model = optionalAt(lexed, index + 1);
      const value = model && groupAt(lexed, model.next);
      if (!value) return [];
      const colour = hexadecimal(model.inner.trim(), value.inner.trim());
      return colour === undefined ? [] : [{ start: model.start, end: value.end, text: `{${colour}}` }];
    }),
};

export const colourArguments: Step = {
  name: "colour-arguments",
  doc: "\\color{red}{W}x → \\textcolor{red}{W}x: MathJax colours the group, KaTeX would colour all that follows. The switch {\\color{red} W} stays.",
  trigger: /\\color(?![A-Za-z])/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start, end }, index) => {
      const colour = text === "\\color" ? groupAt(lexed, index + 1) : undefined;
      return colour && groupAt(lexed, colour.next) ? [{ start, end, text: "\\textcolor" }] : [];
    }),
};

/** The colour of a model as `#ff0000`; `undefined` if the value is not one of the model. */
function hexadecimal(model: string, value: string): string | undefined {
  if (model === "HTML") return /^[0-9A-Fa-f]{6}$/.test(value) ? `#${value.toLowerCase()}` : undefined;
  const numbers = value.split(",").map(Number);
  const count = model === "gray" ? 1 : 3;
  if (!["rgb", "RGB", "gray"].includes(model) || numbers.length !== count) return undefined;
  if (!numbers.every((one) => one >= 0 && one <= (model === "RGB" ? 255 : 1))) return undefined;
  const [red = 0, green = red, blue = red] = numbers.map((one) => Math.round(model === "RGB" ? one : one * 255));
  return `#${[red, green, blue].map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}
