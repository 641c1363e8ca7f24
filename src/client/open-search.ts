/**
 * Opens the search: by the link of the masthead, by Ctrl-K, and by `/` while nothing is typed. The search itself is loaded
 * by its first use. Without this script, or if loading fails, the link leads to the page of the search.
 */

interface Search {
  readonly openDialog: (link: HTMLAnchorElement) => Promise<void>;
  readonly startPage: (link: HTMLAnchorElement) => void;
}

/** Where the reader's choice is kept; `off` gives the keys back to the browser. */
const keysChoice = "suanjing-search-keys";

function areKeysOff(): boolean {
  try {
    return localStorage.getItem(keysChoice) === "off";
  } catch {
    // Storage is forbidden here; nobody can have switched the keys off.
    return false;
  }
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function isSearchKey(event: KeyboardEvent): boolean {
  if (areKeysOff() || event.altKey || event.isComposing) return false;
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl) return event.key.toLowerCase() === "k" && !event.shiftKey;
  return event.key === "/" && !isTyping(event);
}

function start(link: HTMLAnchorElement, script: string): void {
  const load = () => import(script) as Promise<Search>;
  const field = document.querySelector<HTMLInputElement>("[data-search] input[name=q]");
  if (field) void load().then((search) => search.startPage(link));
  const open = () => {
    if (field) return field.select();
    load()
      .then((search) => search.openDialog(link))
      .catch(() => location.assign(link.href));
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (!isSearchKey(event)) return;
    event.preventDefault();
    open();
  });
}

const link = document.querySelector<HTMLAnchorElement>("a.find");
if (link?.dataset["script"] !== undefined) start(link, link.dataset["script"]);
