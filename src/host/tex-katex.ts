import katex from "katex";
import "katex/contrib/mhchem";
import type { Html } from "../model/brand.ts";
import type { TexFailure, TexMacro, TexRange, TexRenderer, TexRequest, TexResult, TexWarning } from "../model/ports.ts";
import { katexCommands } from "./katex-commands.ts";

/** Remarks of KaTeX that say nothing to an author of a MathJax blog, or that are about our own identifiers. */
const ignored: ReadonlySet<string> = new Set(["mathVsTextUnits", "mathVsTextAccents", "mathVsSout", "htmlExtension"]);

/** Protocols of links that an author may write into a formula. */
const protocols: ReadonlySet<string | undefined> = new Set(["http", "https", "mailto", "_relative"]);

type Macros = Record<string, unknown>;
interface Trusted {
  readonly command: string;
  readonly url?: string;
  readonly protocol?: string;
  readonly id?: string;
  readonly class?: string;
}

/** KaTeX as a renderer: bounded, trusting only identifiers that we have issued, never throwing. */
export const texKatex: TexRenderer = {
  version: katex.version,
  commands: katexCommands,
  open: openSession,
  pluginOptions(macros) {
    const session = openSession();
    for (const macro of macros) session.define(macro);
    return { ...limits, macros: session.macros, strict: () => "ignore", trust: (use: Trusted) => isTrusted(use) };
  },
};

const limits = {
  output: "htmlAndMathml",
  maxExpand: 1000,
  maxSize: 50,
  colorIsTextColor: false,
} as const;

function openSession() {
  const macros: Macros = Object.create(null) as Macros;
  /** TeX that defined a macro, by name: places of faults in its body are places in this text. */
  const definitions = new Map<string, string>();
  return {
    macros,
    define(macro: TexMacro): TexFailure | undefined {
      const tex = definitionOf(macro, `\\optional@${letters(definitions.size)}`, macros);
      definitions.set(macro.name, tex);
      const result = run(tex, { display: false, macros, definitions });
      return result.ok ? undefined : result;
    },
    render: (tex: string, request: TexRequest): TexResult =>
      run(tex, { ...request, macros: Object.assign(Object.create(null), macros) as Macros, definitions }),
  };
}

/**
 * The TeX that makes KaTeX define a macro, whatever the name meant before. A default argument becomes a function
 * that looks for a bracket and goes on to a second macro, whose first parameter stands in brackets.
 */
function definitionOf({ name, parameters, body, optional, kind }: TexMacro, inner: string, macros: Macros): string {
  if (kind === "alias") return `\\global\\let${name}=${body}`;
  if (optional === undefined) return `\\${kind === "expanded" ? "xdef" : "gdef"}${name}${parameters}{${body}}`;
  macros[name] = (context: { consumeSpaces(): void; future(): { readonly text: string } }) => {
    context.consumeSpaces();
    return context.future().text === "[" ? inner : `${inner}[{${optional}}]`;
  };
  return `\\gdef${inner}${parameters.replace("#1", "[#1]")}{${body}}`;
}

/** A number in letters, because names of commands have no digits: a, b, … z, ba. */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26)) + last;
}

interface Run extends TexRequest {
  readonly macros: Macros;
  readonly definitions: ReadonlyMap<string, string>;
}

function run(tex: string, { display, issued, isClosed = false, macros, definitions }: Run): TexResult {
  const warnings: TexWarning[] = [];
  let refused: string | undefined;
  try {
    const html = katex.renderToString(tex, {
      ...limits,
      displayMode: display,
      throwOnError: true,
      macros: macros as Record<string, string>,
      trust(use) {
        const trusted = isTrusted(use as Trusted, { issued, isClosed });
        if (!trusted) refused ??= use.command;
        return trusted;
      },
      strict(code: string, message: string, token: unknown) {
        if (!ignored.has(code)) warnings.push({ code, message, ...placeOf(token, tex) });
        return "ignore";
      },
    });
    if (refused !== undefined)
      return { ok: false, message: `${refused} is not allowed in a post`, ...find(refused, tex) };
    return { ok: true, html: html as Html, warnings };
  } catch (error) {
    return failure(error, tex, definitions);
  }
}

/** Identifiers, classes and fragments only if we have issued them; links by protocol; nothing else. */
function isTrusted(
  { command, url, protocol, id, class: name }: Trusted,
  {
    issued,
    isClosed = false,
  }: Pick<TexRequest, "isClosed"> & { readonly issued?: ReadonlySet<string> | undefined } = {},
): boolean {
  if (command === "\\href" || command === "\\url")
    return issued?.has(url ?? "") === true || (!isClosed && protocols.has(protocol));
  if (command === "\\htmlId") return issued?.has(id ?? "") === true;
  return command === "\\htmlClass" && issued?.has(name ?? "") === true;
}

function failure(error: unknown, tex: string, definitions: ReadonlyMap<string, string>): TexFailure {
  if (!(error instanceof katex.ParseError)) {
    return { ok: false, message: error instanceof RangeError ? "the formula is nested too deeply" : String(error) };
  }
  const { rawMessage, position, length = 0 } = error as { rawMessage: string; position?: number; length?: number };
  const unknown = /^Undefined control sequence: (\\[\s\S]+)$/.exec(rawMessage)?.[1];
  const known = { ok: false, message: rawMessage, ...(unknown !== undefined && { unknown }) } as const;
  if (position === undefined) return known;
  if (isAbout(error.message, position, tex)) return { ...known, at: { offset: position, length } };
  const macro = [...definitions].findLast(([, text]) => isAbout(error.message, position, text))?.[0];
  return { ...known, ...(macro !== undefined && { macro }) };
}

/**
 * Whether a position is one in this text: it may belong to the body of a macro instead. KaTeX quotes up to
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
function placeOf(token: unknown, tex: string): { readonly at?: TexRange } {
  if (typeof token !== "object" || token === null || !("loc" in token) || !("text" in token)) return {};
  const { loc, text } = token as { loc?: { start: number; end: number; lexer?: { input: string } }; text: string };
  if (!loc || loc.lexer?.input !== tex) return {};
  return { at: { offset: loc.start, length: Math.max(loc.end - loc.start, text.length) } };
}

function find(command: string, tex: string): { readonly at?: TexRange } {
  const offset = tex.indexOf(command);
  return offset < 0 ? {} : { at: { offset, length: command.length } };
}
