import type { SearchCatalogue } from "../../model/search.ts";
import { readQuery } from "../../text/search/query.ts";
import { part, wordsOf as readWords, type Say } from "./dom.ts";
import { openFilters, type Filters, type Order } from "./filters.ts";
import { findFormula, findText, wordsOf, type FormulaHitInPost, type TextHit } from "./find.ts";
import { openIndex, type IndexFiles } from "./index-files.ts";
import { bindKeysChoice } from "./keys-choice.ts";
import { openPages } from "./pages.ts";
import { formulaSection, textSection, type View } from "./results.ts";
import { openSetter } from "./typeset.ts";

/** Milliseconds without a key after which a query counts as typed. */
const pause = 200;

/** All that was found, before filters. */
interface Found {
  readonly phrases: readonly string[];
  readonly exact: readonly TextHit[];
  readonly loose: readonly TextHit[];
  readonly formulas: readonly { readonly tex: string; readonly hits: readonly FormulaHitInPost[] }[];
}

/** Makes the page of the search work: the query is in the address, so that results can be linked to and gone back to. */
export function startPage(link: HTMLAnchorElement): void {
  const root = part<HTMLElement>(document, "[data-search]");
  const say = readWords(root);
  const field = part<HTMLInputElement>(root, "input[name=q]");
  const files = openIndex(link.href);
  const results = part<HTMLElement>(root, "[data-results]");
  const tell = (text: string) => (part(root, "[data-status]").textContent = text);
  const page = openPage({ root, results, say, files, tell });
  const show = () => void page(field.value.trim());
  let timer = 0;
  // What is typed after a query that stands is one step of the way back, however many letters it has.
  let stands = true;
  const go = (isDone: boolean) => {
    clearTimeout(timer);
    if (stands) history.pushState(null, "", addressOf(field.value));
    else history.replaceState(null, "", addressOf(field.value));
    stands = isDone;
    show();
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => go(false), pause);
  });
  part<HTMLFormElement>(root, "form[role=search]").addEventListener("submit", (event) => {
    event.preventDefault();
    go(true);
  });
  window.addEventListener("popstate", () => {
    field.value = queryInAddress();
    stands = true;
    show();
  });
  bindKeysChoice(root);
  field.value = queryInAddress();
  if (field.value === "") field.focus();
  show();
}

function queryInAddress(): string {
  return new URLSearchParams(location.search).get("q") ?? "";
}

function addressOf(query: string): string {
  return query.trim() === "" ? location.pathname : `?${new URLSearchParams({ q: query.trim() }).toString()}`;
}

interface PageParts {
  readonly root: HTMLElement;
  readonly results: HTMLElement;
  readonly say: Say;
  readonly files: IndexFiles;
  readonly tell: (text: string) => void;
}

/** Shows the results of a query; those of an older query that come late are dropped. */
function openPage({ root, results, say, files, tell }: PageParts): (query: string) => Promise<void> {
  const body = openPages();
  const setter = openSetter(files.catalogue);
  let current = 0;
  let filters: Filters | undefined;
  let last: { readonly query: string; readonly found: Found; readonly view: View } | undefined;
  const print = () => {
    if (!last || !filters) return;
    const count = showResults(results, chosen(last.found, filters, last.view.catalogue), last.view);
    tell(count === 0 ? say("nothing", { q: last.query }) : say("announce", { n: count }));
  };
  return async (query) => {
    const run = (current += 1);
    part<HTMLElement>(root, "[data-filters]").hidden = query === "";
    if (query === "") {
      results.replaceChildren();
      return tell("");
    }
    tell(say("searching"));
    try {
      const [catalogue, found] = await Promise.all([files.catalogue(), find(query, files)]);
      if (run !== current) return;
      filters ??= openFilters(part(root, "[data-filters] form"), catalogue, say, print);
      filters.offer(
        new Set(
          [...found.exact, ...found.loose, ...found.formulas.flatMap(({ hits }) => hits)].map(({ post }) => post),
        ),
      );
      last = { query, found, view: { catalogue, body, setter, say } };
      print();
    } catch {
      if (run === current) tell(say("failed"));
    }
  };
}

async function find(query: string, files: IndexFiles): Promise<Found> {
  const { phrases, formulas } = readQuery(query);
  const [text, ...ofFormulas] = await Promise.all([
    phrases.length === 0 ? { exact: [], loose: [] } : findText(phrases, files),
    ...formulas.map(async (tex) => ({ tex, hits: await findFormula(tex, files) })),
  ]);
  return { phrases, ...text, formulas: ofFormulas };
}

/** What the filters leave, in the order that was chosen. */
function chosen(found: Found, { admits, order }: Filters, catalogue: SearchCatalogue): Found {
  const among = <Hit extends { readonly post: number }>(hits: readonly Hit[]) =>
    inOrder(
      hits.filter(({ post }) => admits(post)),
      order(),
      catalogue,
    );
  return {
    phrases: found.phrases,
    exact: among(found.exact),
    loose: among(found.loose),
    formulas: found.formulas.map(({ tex, hits }) => ({ tex, hits: among(hits) })),
  };
}

function inOrder<Hit extends { readonly post: number }>(
  hits: readonly Hit[],
  order: Order,
  { posts }: SearchCatalogue,
): readonly Hit[] {
  if (order === "relevance") return hits;
  // The catalogue is in the order of the site, newest first.
  const rank = ({ post }: Hit) => (order === "date" ? post : -(posts[post]?.r ?? -1));
  return [...hits].sort((a, b) => rank(a) - rank(b) || a.post - b.post);
}

/** Prints the sections that have something, and returns how many results there are. */
function showResults(results: HTMLElement, { phrases, exact, loose, formulas }: Found, view: View): number {
  const { say } = view;
  const sections: HTMLElement[] = [];
  let count = 0;
  for (const { tex, hits } of formulas) {
    count += hits.length;
    if (hits.length > 0) sections.push(formulaSection(tex, hits, view));
  }
  if (exact.length > 0) {
    const places = exact.reduce((sum, hit) => sum + hit.count, 0);
    const note =
      places > 0 ? say("foundText", { posts: exact.length, places }) : say("foundPosts", { n: exact.length });
    sections.push(textSection(say("text"), note, { hits: exact, phrases }, view));
  }
  if (loose.length > 0) {
    const words = [...new Set(phrases.flatMap(wordsOf))];
    const note = say("apart", { words: words.map((word) => say("quoted", { word })).join(say("and")) });
    sections.push(textSection(say("related"), note, { hits: loose, phrases: words }, view));
  }
  results.replaceChildren(...sections);
  return count + exact.length + loose.length;
}
