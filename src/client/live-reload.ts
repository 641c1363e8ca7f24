/** The script of `suanjing dev`: shows each build where the reader is, and what is wrong with the last one. */
import { foldFormulas } from "./live/fold-formulas.ts";
import { showProblems, type ShownProblem } from "./live/problems.ts";
import { readSource, renew } from "./live/renew.ts";

interface State {
  readonly build: string;
  readonly problems: readonly ShownProblem[];
}

const own = document.currentScript as HTMLScriptElement;
/** The page as it came, before other scripts change it. */
const original = readSource(document.cloneNode(true) as Document);
/** The answer that the page was last changed to. */
let shown: string | undefined;
let build = own.dataset["build"];
let last = Promise.resolve();

/** The address without the place on the page. */
function address(): string {
  return location.pathname + location.search;
}

async function show(state: State): Promise<void> {
  if (state.build !== build) {
    const answer = await (await fetch(address(), { cache: "no-store" })).text();
    const { fold, unfold } = foldFormulas();
    // A document writes its formulas in another way than the answer that it came from.
    const next = parse(shown === undefined ? answer : fold(answer));
    const before = shown === undefined ? original : readSource(parse(fold(shown)));
    build = next.querySelector<HTMLElement>(`script[src="${own.getAttribute("src")}"]`)?.dataset["build"];
    if (!renew(document, { before, after: readSource(next) }, unfold)) return location.reload();
    shown = answer;
  }
  showProblems(state.problems);
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

const events = new EventSource("/__suanjing/events");
events.addEventListener("message", ({ data }: MessageEvent<string>) => {
  // The server may be gone by the time; it tells its state again when it is back.
  last = last.then(() => show(JSON.parse(data) as State)).catch(() => {});
});
addEventListener("pagehide", () => events.close());
