import type { MathConfig } from "../model/config.ts";
import type { FormulaRow } from "../model/post.ts";

/**
 * The identifier that MathJax gave to a numbered row, for links into an older site. It is made from the label, or
 * from the number without one. MathJax 2 to 2.5 removed some characters, 2.7 replaced white space.
 */
export function oldAnchor(
  { labels: [label], number }: Pick<FormulaRow, "labels" | "number">,
  form: MathConfig["anchors"],
): string | undefined {
  const name = label ?? number;
  switch (form) {
    case "none":
      return undefined;
    case "mathjax2":
      return `mjx-eqn-${name.replace(/[:"'<>&]/g, "")}`;
    case "mathjax27":
      return `mjx-eqn-${name.replace(/\s+/g, "_")}`;
    case "mathjax3":
      return `mjx-eqn:${name}`;
  }
}
