import type { Root } from "mdast";
import type { WordCount } from "../../model/post.ts";
import { visit } from "../visit.ts";

/** Counts what there is to read: hanzi, Latin words, displayed formulas, lines of code. Inline formulas count as a word. */
export function countWords(root: Root): WordCount {
  const count = { hanzi: 0, words: 0, displays: 0, codeLines: 0 };
  visit(root, (node) => {
    switch (node.type) {
      case "text":
        count.hanzi += node.value.match(/\p{Script=Han}/gu)?.length ?? 0;
        count.words += node.value.match(/[\p{Script=Latin}\p{N}]+(?:['’-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0;
        break;
      case "inlineMath":
        count[node.display ? "displays" : "words"] += 1;
        break;
      case "math":
        count.displays += 1;
        break;
      case "code":
        count.codeLines += node.value.split("\n").length;
        break;
    }
  });
  return count;
}
