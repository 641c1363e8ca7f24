import { argumentAt, skipBlank, textAt } from "../tex/arguments.ts";
import type { Edit } from "../rewrite.ts";
import { textCommands, type Lexed } from "../tex/lex.ts";
import type { Step } from "./step.ts";

const escapes: Readonly<Record<string, string>> = {
  _: "\\_",
  "%": "\\%",
  "#": "\\#",
  "&": "\\&",
  "^": "\\textasciicircum{}",
};

/** Commands whose first argument is a name or an address, no text. */
const names: ReadonlySet<string> = new Set([
  "\\label",
  "\\ref",
  "\\eqref",
  "\\href",
  "\\url",
  "\\color",
  "\\textcolor",
]);

export const textSigns: Step = {
  name: "text-signs",
  doc: "\\text{stop_gradient}, \\textbf{66.07%}, \\text{a & b} → \\_ \\% \\# \\& \\textasciicircum{}: MathJax prints them, KaTeX reads them as TeX. Not inside $…$; # not in bodies of macros.",
  trigger: /\\(?:text|mbox|hbox|fbox|tag)[^]*[_%#&^]/,
  edits(lexed, { inMacro }) {
    const edits: Edit[] = [];
    const groups: Group[] = [];
    let skipped = 0;
    for (const [index, token] of lexed.tokens.entries()) {
      if (index < skipped) continue;
      if (names.has(token.text)) {
        skipped = argumentAt(lexed, index + 1)?.next ?? 0;
        continue;
      }
      const isText = groups.at(-1)?.text === true;
      follow(groups, lexed, index);
      const text = isText && !(inMacro && token.text === "#") ? escapes[token.text] : undefined;
      if (text !== undefined) edits.push({ start: token.start, end: token.end, text });
    }
    return edits;
  },
};

/** Whether its characters are text, and whether a `$` in it has switched that. */
interface Group {
  text: boolean;
  switched: boolean;
}

/** Goes into the group that opens at a token or out of the one that closes, and from text to TeX and back at a `$`. */
function follow(groups: Group[], lexed: Lexed, index: number): void {
  const group = groups.at(-1);
  const kind = lexed.tokens[index]?.kind;
  if (kind === "open") groups.push({ text: opensText(lexed, index) || group?.text === true, switched: false });
  else if (kind === "close") groups.pop();
  else if (kind === "dollar" && group && (group.text || group.switched)) {
    group.text = !group.text;
    group.switched = !group.switched;
  }
}

/** Whether the brace at a token belongs to `\text`, `\tag*` or their like. */
function opensText(lexed: Lexed, index: number): boolean {
  let at = index - 1;
  while (at >= 0 && (skipBlank(lexed, at) !== at || textAt(lexed, at) === "*")) at -= 1;
  return textCommands.has(textAt(lexed, at));
}
