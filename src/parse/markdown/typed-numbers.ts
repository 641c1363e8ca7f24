import type { Root } from "mdast";
import type { TypedNumber } from "../../model/post.ts";
import { lineIndex } from "../../text/line-index.ts";
import { visit } from "../visit.ts";

/** Numbers in other papers are none of ours. */
const pattern = /(?<!文的?公?)(?:式|方程|[Ee]q\.|[Ee]quation)\s*([（(]\s*(\d+)\s*[)）])/g;

/** Numbers of equations that are typed by hand, `式(3)`: in the text of a post, at their places in the source. */
export function findTypedNumbers(root: Root, source: string): readonly TypedNumber[] {
  const points = lineIndex(source);
  const found: TypedNumber[] = [];
  visit(root, "text", ({ position }) => {
    const from = position?.start.offset;
    for (const match of source.slice(from, position?.end.offset).matchAll(pattern)) {
      const [all, written = "", number = ""] = match;
      const start = Number(from) + match.index + all.length - written.length;
      found.push({ number, span: { start: points.pointAt(start), end: points.pointAt(start + written.length) } });
    }
  });
  return found;
}
