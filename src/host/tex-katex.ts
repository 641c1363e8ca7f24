import katex from "katex";
import type { Html } from "../model/brand.ts";
import type { TexOptions, TexRenderer, TexResult, TexWarning } from "../model/ports.ts";

/** Remarks of KaTeX that say nothing to an author of a MathJax blog. */
const ignored: ReadonlySet<string> = new Set([
  "mathVsTextUnits",
  "mathVsTextAccents",
  "mathVsSout",
  "htmlExtension",
  "newLineInDisplayMode",
]);

/** Commands that `trust` refuses; KaTeX prints them in red without an exception. */
const refusedMessage = (command: string) => `${command} is not allowed in a post`;

/** KaTeX as a renderer: HTML with MathML beside it, bounded, without trust, never throwing. */
export const texKatex: TexRenderer = {
  version: katex.version,
  render(tex: string, { display, macros }: TexOptions): TexResult {
    const warnings: TexWarning[] = [];
    let refused: string | undefined;
    try {
      const html = katex.renderToString(tex, {
        displayMode: display,
        output: "htmlAndMathml",
        throwOnError: true,
        maxExpand: 1000,
        maxSize: 50,
        colorIsTextColor: false,
        macros: { ...macros },
        trust({ command }) {
          refused = command;
          return false;
        },
        strict(code: string, message: string, token: unknown) {
          if (!ignored.has(code)) warnings.push({ code, message, ...placeOf(token, tex) });
          return "ignore";
        },
      });
      if (refused !== undefined) return { ok: false, message: refusedMessage(refused), ...find(refused, tex) };
      return { ok: true, html: html as Html, warnings };
    } catch (error) {
      return failure(error, tex);
    }
  },
};

function failure(error: unknown, tex: string): TexResult {
  if (!(error instanceof katex.ParseError)) {
    return { ok: false, message: error instanceof RangeError ? "the formula is nested too deeply" : String(error) };
  }
  const { rawMessage, position, length = 0 } = error as { rawMessage: string; position?: number; length?: number };
  if (position === undefined || !isAbout(error.message, position, tex)) return { ok: false, message: rawMessage };
  return { ok: false, message: rawMessage, at: { offset: position, length } };
}

/**
 * Whether a position is one in our text: it may belong to the body of a macro instead. KaTeX quotes up to
 * 15 characters on both sides and underlines the fault with U+0332.
 */
function isAbout(message: string, position: number, tex: string): boolean {
  const quoted = / at (?:position \d+|end of input): ([\s\S]*)$/.exec(message)?.[1];
  if (quoted === undefined) return false;
  const context = quoted.replaceAll("\u0332", "").replace(/^…/, "").replace(/…$/, "");
  const start = Math.max(0, position - 15);
  return tex.slice(start, start + context.length) === context;
}

/** Where a token of the strict function stands, if it comes from our text. */
function placeOf(token: unknown, tex: string): Pick<TexWarning, "at"> {
  if (typeof token !== "object" || token === null || !("loc" in token) || !("text" in token)) return {};
  const { loc, text } = token as { loc?: { start: number; end: number; lexer?: { input: string } }; text: string };
  if (!loc || loc.lexer?.input !== tex) return {};
  return { at: { offset: loc.start, length: Math.max(loc.end - loc.start, text.length) } };
}

function find(command: string, tex: string): Pick<TexWarning, "at"> {
  const offset = tex.indexOf(command);
  return offset < 0 ? {} : { at: { offset, length: command.length } };
}
