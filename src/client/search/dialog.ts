import { phraseIn } from "../../text/search/phrase-in-text.ts";
import { readQuery } from "../../text/search/query.ts";
import { make, marked, part, wordsOf, type Say } from "./dom.ts";
import { findFormula, findText } from "./find.ts";
import { once, openIndex, type IndexFiles } from "./index-files.ts";
import { bindKeysChoice } from "./keys-choice.ts";

/** Results of one kind that the dialog lists; the page of the search has all. */
const maxShown = 6;
/** Milliseconds without a key after which the index is asked; titles answer at once. */
const pause = 160;

/** A post in the dialog. */
interface Row {
  readonly post: number;
  /** `全文 9 处` */
  readonly note?: string;
}

interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

const dialog = once(async (): Promise<HTMLDialogElement> => {
  const link = part<HTMLAnchorElement>(document, "a.find");
  const response = await fetch(new URL("dialog.html", link.href));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const element = document.adoptNode(part<HTMLDialogElement>(page, "dialog"));
  document.body.append(element);
  bind(element, link.href);
  return element;
});

/** Opens the dialog of the search; the second time with what was typed before. Closing gives the focus back. */
export async function openDialog(): Promise<void> {
  const element = await dialog();
  if (!element.open) element.showModal();
  part<HTMLInputElement>(element, "input[name=q]").select();
}

function bind(element: HTMLDialogElement, base: string): void {
  const say = wordsOf(element);
  const files = openIndex(base);
  const field = part<HTMLInputElement>(element, "input[name=q]");
  const results = part<HTMLElement>(element, "[data-results]");
  const tell = (text: string) => (part(element, "[data-status]").textContent = text);
  let timer = 0;
  let run = 0;
  const answer = async (isWhole: boolean) => {
    const [query, mine] = [field.value.trim(), (run += 1)];
    try {
      const groups = query === "" ? [] : await find(query, isWhole, { files, say });
      if (mine !== run) return;
      const { posts } = await files.catalogue();
      show(results, groups, { query, field, titles: posts.map(({ t }) => t), hrefs: posts.map(({ u }) => u) });
      const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
      if (isWhole) tell(query === "" ? "" : count === 0 ? say("nothing", { q: query }) : say("announce", { n: count }));
    } catch {
      if (mine === run) tell(say("failed"));
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    void answer(false);
    timer = window.setTimeout(() => void answer(true), pause);
  });
  part(element, "[data-close]").addEventListener("click", () => element.close());
  // A press beside the dialog closes it: what is pressed is then the dialog itself, whose content fills it.
  element.addEventListener("click", (event) => event.target === element && element.close());
  element.addEventListener("keydown", (event) => move(event, field, results));
  bindKeysChoice(element);
}

/** Titles answer while one types; the index when one pauses. */
async function find(
  query: string,
  isWhole: boolean,
  { files, say }: { readonly files: IndexFiles; readonly say: Say },
): Promise<readonly Group[]> {
  const { phrases, formulas } = readQuery(query);
  const { posts } = await files.catalogue();
  const inTitle = posts.flatMap(({ t }, post) =>
    phrases.length > 0 && phrases.every((phrase) => phraseIn(t, phrase).length > 0) ? [{ post }] : [],
  );
  const groups: Group[] = [{ title: say("titles"), rows: inTitle }];
  if (isWhole) {
    for (const tex of formulas) {
      const hits = await findFormula(tex, files);
      const rows = hits.map(({ post, isWhole: whole, shared, of }) => ({
        post,
        note: whole ? say("whole") : say("share", { shared, of }),
      }));
      groups.push({ title: say("formulas"), rows });
    }
    const { exact, loose } = phrases.length > 0 ? await findText(phrases, files) : { exact: [], loose: [] };
    const titled = new Set(inTitle.map(({ post }) => post));
    groups.push({
      title: say("text"),
      rows: exact
        .filter(({ post }) => !titled.has(post))
        .map(({ post, count }) => ({ post, ...(count > 0 && { note: say("places", { n: count }) }) })),
    });
    groups.push({ title: say("related"), rows: loose });
  }
  return groups
    .map(({ title, rows }) => ({ title, rows: rows.slice(0, maxShown) }))
    .filter(({ rows }) => rows.length > 0);
}

interface Shown {
  readonly field: HTMLInputElement;
  readonly query: string;
  readonly titles: readonly string[];
  readonly hrefs: readonly string[];
}

function show(results: HTMLElement, groups: readonly Group[], { query, field, titles, hrefs }: Shown): void {
  const { phrases } = readQuery(query);
  const sections = groups.map(({ title, rows }) => {
    const items = rows.map(({ post, note }) => {
      const text = titles[post] ?? "";
      const ranges = phrases.flatMap((phrase) => phraseIn(text, phrase));
      const link = make("a", { href: hrefs[post] ?? "" }, make("span", {}, marked(text, ranges)));
      if (note !== undefined) link.append(make("small", {}, note));
      return make("li", {}, link);
    });
    return make("section", {}, make("h2", {}, title), make("ul", {}, ...items));
  });
  // Results may come when the focus is among the ones before.
  const focused = results.contains(document.activeElement) ? document.activeElement : undefined;
  results.replaceChildren(...sections);
  const same = Array.from(results.querySelectorAll("a")).find(
    ({ href }) => href === (focused as HTMLAnchorElement)?.href,
  );
  if (focused) (same ?? field).focus();
}

/** Arrows go from the field through the results and back; Enter on a result is that of any link; other keys go on typing. */
function move(event: KeyboardEvent, field: HTMLInputElement, results: HTMLElement): void {
  const links = Array.from(results.querySelectorAll("a"));
  const at = links.findIndex((link) => link === document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const isElsewhere = at < 0 && document.activeElement !== field;
    if (isElsewhere || links.length === 0) return;
    event.preventDefault();
    // The field is the place before the first and behind the last result.
    const next = (at + 1 + (event.key === "ArrowDown" ? 1 : links.length)) % (links.length + 1);
    (links[next - 1] ?? field).focus();
    return;
  }
  const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ";
  if (at >= 0 && (isTyped || event.key === "Backspace")) field.focus();
}
