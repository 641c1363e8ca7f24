/** The name of an element that stands for a formula. */
const mark = "x-folded";
/** How KaTeX begins a formula, and the tags that may end it; in its texts and attributes there is no `<`. */
const opening = '<span class="katex">';
const spans = /<(\/?)span\b/g;

export interface Folding {
  /** The page with a mark for each formula; equal formulas have equal marks. */
  readonly fold: (html: string) => string;
  /** A block of a folded page as it belongs on the page, its formulas in their places. */
  readonly unfold: (block: Element) => Element;
}

/**
 * Formulas are most of a page, and few of them change: neither parsing nor comparing two sources needs to look into
 * them. Sources that are to be compared are folded by one folding.
 */
export function foldFormulas(): Folding {
  const numbers = new Map<string, number>();
  const markOf = (formula: string): string => {
    const number = numbers.get(formula) ?? numbers.size;
    numbers.set(formula, number);
    return `<${mark}>${number}</${mark}>`;
  };
  return {
    fold(html) {
      const parts: string[] = [];
      let done = 0;
      for (let start = 0; (start = html.indexOf(opening, done)) >= 0;) {
        const end = endOfSpan(html, start);
        parts.push(html.slice(done, start), markOf(html.slice(start, end)));
        done = end;
      }
      return parts.join("") + html.slice(done);
    },
    unfold(block) {
      const formulas = [...numbers.keys()];
      const copy = document.importNode(block, true);
      for (const one of Array.from(copy.querySelectorAll(mark)))
        one.outerHTML = formulas[Number(one.textContent)] ?? "";
      return copy;
    },
  };
}

/** Behind the tag that closes a span. */
function endOfSpan(html: string, start: number): number {
  let depth = 0;
  spans.lastIndex = start;
  for (let tag = spans.exec(html); tag; tag = spans.exec(html)) {
    depth += tag[1] === "" ? 1 : -1;
    if (depth === 0) return html.indexOf(">", tag.index) + 1;
  }
  return html.length;
}
