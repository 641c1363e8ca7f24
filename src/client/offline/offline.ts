/**
 * The site as an app: starts the worker that answers without a network, offers to keep a series, and lists what is kept
 * on the page for readers without a network.
 */
import { create } from "../dom.ts";
import { keepPage, offlinePage, readCache, seriesCache } from "./keep-page.ts";

const script = document.currentScript as HTMLScriptElement;
/** Address of the site: this script stands in its folder of assets. */
const scope = new URL("../", script.src).href;

/** What the button of a series says. */
interface KeepWords {
  readonly keep: string;
  readonly keeping: string;
  readonly kept: string;
  readonly failed: string;
}

/** A button keeps a series page by page, or lets it go again. Where nothing can be kept it stays hidden. */
async function offerSeries(button: HTMLButtonElement): Promise<void> {
  const words = JSON.parse(button.dataset["words"] ?? "") as KeepWords;
  const pages = JSON.parse(button.dataset["keep"] ?? "") as readonly string[];
  const name = seriesCache(scope, location.pathname);
  const show = (text: string, isKept: boolean) => {
    button.textContent = text;
    button.setAttribute("aria-pressed", String(isKept));
  };
  const keep = async () => {
    const cache = await caches.open(name);
    try {
      for (const [index, page] of pages.entries()) {
        show(`${words.keeping} ${index + 1}/${pages.length}`, false);
        await keepPage(new URL(page, location.href).href, cache);
      }
      show(words.kept, true);
    } catch {
      // Half a series would look like a whole one.
      await caches.delete(name);
      show(words.failed, false);
    }
  };
  show((await caches.has(name)) ? words.kept : words.keep, await caches.has(name));
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    if (await caches.has(name)) {
      await caches.delete(name);
      show(words.keep, false);
    } else await keep();
    button.disabled = false;
    button.focus();
  });
}

/** Starts the worker. The page that was opened before there was one did not pass through it: it is kept here. */
async function start(): Promise<void> {
  const isFirst = navigator.serviceWorker.controller === null;
  await navigator.serviceWorker.register(`${scope}sw.js`, { scope });
  await navigator.serviceWorker.ready;
  const address = location.href.replace(/#.*$/s, "");
  if (isFirst && !address.startsWith(offlinePage(scope))) await keepPage(address, await caches.open(readCache(scope)));
}

/** Lists the pages that are kept, those of series first; the list stays hidden while there are none. */
async function listPages(section: HTMLElement): Promise<void> {
  const own = (await caches.keys()).filter((name) => name.startsWith(`suanjing ${scope} `));
  const names = [
    ...own.filter((name) => name !== readCache(scope)),
    ...own.filter((name) => name === readCache(scope)),
  ];
  // Titles of windows end with the name of the site, which a list need not repeat.
  const ending = document.title.slice(document.querySelector("h1")?.textContent.length);
  const titles = new Map<string, string>();
  for (const cache of await Promise.all(names.map((name) => caches.open(name)))) {
    for (const { url } of await cache.keys()) {
      const response = url.startsWith(offlinePage(scope)) ? undefined : await cache.match(url);
      if (!response?.headers.get("content-type")?.startsWith("text/html")) continue;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      titles.set(
        url.replace(/[?#].*$/, ""),
        page.title.endsWith(ending) ? page.title.slice(0, -ending.length) : page.title,
      );
    }
  }
  section.hidden = titles.size === 0;
  section
    .querySelector("ul")
    ?.replaceChildren(...[...titles].map(([href, title]) => create("li", {}, create("a", { href }, title))));
}

if ("serviceWorker" in navigator && "caches" in window) {
  // A browser that forbids it, as some do in private windows, has a site like any other.
  start().catch(() => undefined);
  for (const button of Array.from(document.querySelectorAll<HTMLButtonElement>("button[data-keep]")))
    void offerSeries(button);
  for (const section of Array.from(document.querySelectorAll<HTMLElement>("[data-kept-pages]")))
    void listPages(section);
}
