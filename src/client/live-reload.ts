/** The script of `suanjing dev`: shows each build where the reader is, and what is wrong with the last one. */
import { showProblems, type ShownProblem } from "./live/problems.ts";
import { readSource, renew } from "./live/renew.ts";

interface State {
  readonly build: string;
  readonly problems: readonly ShownProblem[];
}

const own = document.currentScript as HTMLScriptElement;
/** The page as it came, before other scripts change it. */
let source = readSource(document.cloneNode(true) as Document);
let build = own.dataset["build"];
let last = Promise.resolve();

/** The address without the place on the page. */
function address(): string {
  return location.pathname + location.search;
}

async function show(state: State): Promise<void> {
  if (state.build !== build) {
    const answer = await fetch(address(), { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    build = next.querySelector<HTMLElement>(`script[src="${own.getAttribute("src")}"]`)?.dataset["build"];
    const changed = readSource(next);
    if (!renew(document, source, changed)) return location.reload();
    source = changed;
  }
  showProblems(state.problems);
}

const events = new EventSource("/__suanjing/events");
events.addEventListener("message", ({ data }: MessageEvent<string>) => {
  // The server may be gone by the time; it tells its state again when it is back.
  last = last.then(() => show(JSON.parse(data) as State)).catch(() => {});
});
addEventListener("pagehide", () => events.close());
