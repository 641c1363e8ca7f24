import type { InlineMath, Math } from "mdast-util-math";
import type { CompileContext, Extension, Token } from "mdast-util-from-markdown";
import type { LineIndex } from "../../text/line-index.ts";
import { formulaValue } from "./formula-value.ts";
import type { FormulaToken, MathRef } from "./nodes.ts";

type MathNode = Math | InlineMath | MathRef;

const soleReference = /^\\(?:eqref|ref)\{[^{}\n]*[^{}\s][^{}\n]*\}$/;

/**
 * Turns the tokens of the constructs into nodes; values come from the source, not from the masked text.
 *
 * The alternative text of a picture is a string. Formulas in it stay there as written, with delimiters.
 */
export function compileMath(source: string, index: LineIndex): Extension {
  const add = (context: CompileContext, token: Token, toNode: (written: string) => MathNode): void => {
    const written = source.slice(token.start.offset, token.end.offset);
    const inPicture = context.stack.some(({ type }) => type === "image");
    context.enter(inPicture ? { type: "text", value: written } : toNode(written), token);
  };
  return {
    enter: {
      mathFormula(token) {
        const { formula } = token as Token & { readonly formula: FormulaToken };
        add(this, token, () => formulaNode(source, formula, index));
      },
      mathReference(token) {
        add(this, token, referenceNode);
      },
    },
    exit: { mathFormula: exit, mathReference: exit },
  };
}

function exit(this: CompileContext, token: Token): undefined {
  this.exit(token);
}

function formulaNode(source: string, token: FormulaToken, index: LineIndex): MathNode {
  const { display, env, id } = token.range;
  const { value, lines } = formulaValue(source, token, index);
  if (!display && soleReference.test(value)) return referenceNode(value);
  const fields = { value, lines, ...(env !== undefined && { env }), ...(id !== undefined && { id }) };
  return token.flow ? { type: "math", display: true, ...fields } : { type: "inlineMath", display, ...fields };
}

/** The node of `\eqref{label}` or `\ref{label}`. */
function referenceNode(written: string): MathRef {
  const brace = written.indexOf("{");
  return { type: "mathRef", kind: brace === 4 ? "ref" : "eqref", label: written.slice(brace + 1, -1).trim() };
}
