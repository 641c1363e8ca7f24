import { fromHtml } from "hast-util-from-html";
import { escapeHtml } from "../../text/escape.ts";
import { findFormulas, type FindFormulasOptions, type FoundFormula } from "../math/find-formulas.ts";
import { elementNames } from "./elements.ts";
import { printFormula } from "./print-formula.ts";
import { newline, type Holes } from "./holes.ts";

/** Elements whose text is not typeset; MathJax 2 keeps the TeX of a typeset page in scripts. */
const opaque = /<(script|style|pre|code|textarea|svg|math)\b[^>]*>[\s\S]*?<\/\1\s*>/iy;
const comment = /<!--[\s\S]*?-->|<![^>]*>/y;
const tag = /<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/y;
const lineBreak = /<br\s*\/?>\n?/iy;
const mathScript = /^<script[^>]*type=["']math\/tex(; *mode=display)?["'][^>]*>([\s\S]*?)<\/script/i;

/**
 * Takes the formulas out of a page before an HTML parser sees them, for which `x_i<y` would be a tag. What an editor
 * has put into a formula is undone: `<br>` is a line end and `&amp;` a `&` there. Every other byte of TeX stays.
 *
 * A formula lies within one run of text; another tag than `<br>` ends the run. A `<` that begins no element of HTML is text.
 *
 * @returns the page with a hole for every formula; `<` and `&` in text are escaped
 */
export function cutFormulas(html: string, holes: Holes, options: FindFormulasOptions): string {
  let result = "";
  let run = "";
  for (let at = 0; at < html.length;) {
    const token = tokenAt(html, at);
    if (token.kind === "text") run += token.text;
    else if (token.kind === "break") run += newline;
    else {
      const script = mathScript.exec(token.text);
      result += cutRun(run, holes, options);
      run = "";
      result += script ? holes.add(printFormula(fromScript(script), "$")) : token.text;
    }
    at += token.length;
  }
  return result + cutRun(run, holes, options);
}

interface Token {
  readonly kind: "text" | "break" | "markup";
  readonly text: string;
  readonly length: number;
}

function tokenAt(html: string, at: number): Token {
  if (html.charAt(at) !== "<") {
    const next = html.indexOf("<", at);
    const raw = html.slice(at, next === -1 ? html.length : next);
    return { kind: "text", text: decode(raw), length: raw.length };
  }
  const broken = matchAt(lineBreak, html, at);
  if (broken) return { kind: "break", text: broken[0], length: broken[0].length };
  for (const form of [opaque, comment, tag]) {
    const match = matchAt(form, html, at);
    if (!match || (form === tag && !elementNames.has(String(match[1]).toLowerCase()))) continue;
    return { kind: "markup", text: match[0], length: match[0].length };
  }
  return { kind: "text", text: "<", length: 1 };
}

function matchAt(form: RegExp, html: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(html);
}

/** Character references resolved as a browser does; the signs of holes cannot come from a page. */
function decode(raw: string): string {
  const text = raw.includes("&") ? textIn(raw) : raw;
  return text.replace(/[\ufdd0-\ufdd2]/g, "\ufffd");
}

function textIn(raw: string): string {
  const [leading = ""] = /^\s*/.exec(raw) ?? [];
  // The parser drops white space before the first text of a fragment.
  const { children } = fromHtml(`x${raw.slice(leading.length)}`, { fragment: true });
  return (
    leading +
    children
      .map((child) => (child.type === "text" ? child.value : ""))
      .join("")
      .slice(1)
  );
}

function cutRun(run: string, holes: Holes, options: FindFormulasOptions): string {
  let result = "";
  let at = 0;
  const text = (part: string) => escapeHtml(part).replaceAll(newline, "<br>");
  for (const found of findFormulas(run.replaceAll(newline, "\n"), options)) {
    result += text(run.slice(at, found.start)) + holes.add(printFormula(found, run.charAt(found.end)));
    at = found.end;
  }
  return result + text(run.slice(at));
}

function fromScript([, mode, tex = ""]: RegExpExecArray): Pick<FoundFormula, "kind" | "tex"> {
  return { kind: mode === undefined ? "inline" : "display", tex: decode(tex) };
}
