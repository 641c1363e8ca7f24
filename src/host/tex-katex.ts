import katex from "katex";
import "katex/contrib/mhchem";
import type { Html } from "../model/brand.ts";
import type {
  TexFailure,
  TexMacro,
  TexRange,
  TexRenderer,
  TexRequest,
  TexResult,
  TexSession,
  TexWarning,
} from "../model/ports.ts";
import { recentMap, type RecentMap } from "../text/recent-map.ts";
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
    const own = copyOf(baseOf(macros).macros);
    return { ...limits, macros: own, strict: () => "ignore", trust: (use: Trusted) => isTrusted(use) };
  },
};

const limits = {
  output: "htmlAndMathml",
  maxExpand: 1000,
  maxSize: 50,
  colorIsTextColor: false,
} as const;

/** What is defined, and what it made of formulas. */
interface State {
  readonly macros: Macros;
  /** TeX that defined a macro, by name: places of faults in its body are places in this text. */
  readonly definitions: Map<string, string>;
  readonly results: RecentMap<TexResult>;
}

/** Half of the formulas of an archive stand in it more than once; long ones seldom do. */
const longest = 80;
const charactersKept = 4_000_000;

function stateOf(macros: Macros, definitions: ReadonlyMap<string, string>): State {
  return { macros, definitions: new Map(definitions), results: recentMap(charactersKept, sizeOf) };
}

function sizeOf(result: TexResult): number {
  return longest + (result.ok ? result.html.length : 0);
}

/** States that sessions begin with, by their macros: those of the site serve all posts that have none of their own. */
const bases = recentMap<State>(4, () => 1);

function baseOf(macros: readonly TexMacro[]): State {
  const key = JSON.stringify(macros);
  const known = bases.get(key);
  if (known) return known;
  const state = stateOf(Object.create(null) as Macros, new Map());
  for (const macro of macros) define(state, macro);
  bases.set(key, state);
  return state;
}

function openSession(macros: readonly TexMacro[] = []): TexSession {
  const base = baseOf(macros);
  let own: State | undefined;
  return {
    define(macro) {
      own ??= stateOf(copyOf(base.macros), base.definitions);
      own.results.clear();
      return define(own, macro);
    },
    render: (tex, request) => rendered(own ?? base, tex, request),
  };
}

function define({ macros, definitions }: State, macro: TexMacro): TexFailure | undefined {
  const tex = definitionOf(macro, `\\optional@${letters(definitions.size)}`, macros);
  definitions.set(macro.name, tex);
  const { result } = run(tex, { display: false, macros, definitions });
  return result.ok ? undefined : result;
}

/** KaTeX writes what a formula defines into the macros that it is given. */
function copyOf(macros: Macros): Macros {
  return Object.assign(Object.create(null) as Macros, macros);
}

function rendered({ macros, definitions, results }: State, tex: string, request: TexRequest): TexResult {
  const key = `${request.display ? "d" : "i"}${tex}`;
  const known = results.get(key);
  if (known) return known;
  const { result, isFree } = run(tex, { ...request, macros: copyOf(macros), definitions });
  if (isFree && tex.length <= longest) results.set(key, result);
  return result;
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

interface Ran {
  readonly result: TexResult;
  /** Whether the result is the same whatever has been issued. */
  readonly isFree: boolean;
}

function run(tex: string, { display, issued, isClosed = false, macros, definitions }: Run): Ran {
  const warnings: TexWarning[] = [];
  let refused: string | undefined;
  let isFree = true;
  try {
    const html = katex.renderToString(tex, {
      ...limits,
      displayMode: display,
      throwOnError: true,
      macros: macros as Record<string, string>,
      trust(use) {
        isFree = false;
        const trusted = isTrusted(use as Trusted, { issued, isClosed });
        if (!trusted) refused ??= use.command;
        return trusted;
      },
      strict(code: string, message: string, token: unknown) {
        if (!ignored.has(code)) warnings.push({ code, message, ...placeOf(token, tex) });
        return "ignore";
      },
    });
    if (refused !== undefined) return { result: refusal(refused, tex), isFree };
    return { result: { ok: true, html: html as Html, warnings }, isFree };
  } catch (error) {
    return { result: failure(error, tex, definitions), isFree };
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

function refusal(command: string, tex: string): TexFailure {
  const offset = tex.indexOf(command);
  const at = offset < 0 ? {} : { at: { offset, length: command.length } };
  return { ok: false, message: `${command} is not allowed in a post`, ...at };
}
