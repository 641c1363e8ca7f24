import type { SearchCatalogue } from "../../model/search.ts";
import { make, type Say } from "./dom.ts";
import { postAt } from "./results.ts";

/** In what order results stand. */
export type Order = "relevance" | "date" | "readers";

/** What the reader has chosen beside the query. */
export interface Filters {
  /** Whether a post is among what was chosen. */
  readonly admits: (post: number) => boolean;
  readonly order: () => Order;
  /** Offers what the found posts have. */
  readonly offer: (posts: Iterable<number>) => void;
}

/** One kind of choice: a post has any number of values. */
interface Facet {
  readonly name: string;
  readonly title: string;
  readonly valuesOf: (post: number) => readonly string[];
}

/** Values of a facet that are offered, the most frequent ones. */
const maxValues = 12;

/** The choices beside the results: series, tag, year, order. */
export function openFilters(
  form: HTMLFormElement,
  catalogue: SearchCatalogue,
  say: Say,
  onChange: () => void,
): Filters {
  const facets = facetsOf(catalogue, say);
  form.addEventListener("change", onChange);
  form.addEventListener("submit", (event) => event.preventDefault());
  const chosen = (name: string) =>
    Array.from(form.querySelectorAll<HTMLInputElement>(`input[name=${name}]:checked`), ({ value }) => value);
  return {
    admits: (post) =>
      facets.every(({ name, valuesOf }) => {
        const wanted = chosen(name);
        return wanted.length === 0 || valuesOf(post).some((value) => wanted.includes(value));
      }),
    order: () => (chosen("order")[0] ?? "relevance") as Order,
    offer(posts) {
      const found = [...posts];
      const boxes = facets.flatMap((facet) => facetBox(facet, found, chosen(facet.name)));
      form.replaceChildren(...boxes, orderBox(chosen("order")[0] ?? "relevance", say));
    },
  };
}

function facetsOf(catalogue: SearchCatalogue, say: Say): readonly Facet[] {
  const post = (index: number) => postAt(catalogue, index);
  return [
    {
      name: "series",
      title: say("series"),
      valuesOf: (index) => [catalogue.series[post(index).s ?? -1] ?? say("noSeries")],
    },
    { name: "tag", title: say("tags"), valuesOf: (index) => post(index).g.map((tag) => catalogue.tags[tag] ?? "") },
    { name: "year", title: say("year"), valuesOf: (index) => [post(index).d?.slice(0, 4) ?? say("undated")] },
  ];
}

/** A facet with its values and how many posts have each; what is chosen stays, even if no post has it any more. */
function facetBox(
  { name, title, valuesOf }: Facet,
  posts: readonly number[],
  chosen: readonly string[],
): HTMLElement[] {
  const counts = new Map<string, number>(chosen.map((value) => [value, 0]));
  for (const post of posts) for (const value of valuesOf(post)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = [...counts].sort(([a, x], [b, y]) => (name === "year" ? (a < b ? 1 : -1) : y - x));
  const shown = all.filter(([value], index) => index < maxValues || chosen.includes(value));
  if (shown.length === 0) return [];
  const rows = shown.map(([value, count]) => {
    const input = make("input", { type: "checkbox", name, value });
    input.checked = chosen.includes(value);
    return make("label", {}, input, make("span", {}, value), make("span", { class: "num" }, String(count)));
  });
  return [make("fieldset", {}, make("legend", {}, title), ...rows)];
}

function orderBox(chosen: string, say: Say): HTMLElement {
  const rows = ["relevance", "date", "readers"].map((value) => {
    const input = make("input", { type: "radio", name: "order", value });
    input.checked = value === chosen;
    return make("label", {}, input, make("span", {}, say(`order-${value}`)));
  });
  return make("fieldset", {}, make("legend", {}, say("order")), ...rows);
}
