import { closest, create, isPlainClick, isThisPage } from "./dom.ts";
import { words } from "./words.ts";

/** A jump inside the page: the link that was followed, and how far below the edge of the window it stood. */
interface Jump {
  readonly from: string;
  readonly link: HTMLAnchorElement;
  readonly top: number;
}

/**
 * Leads back from a reference: a button offers it, and the browser's own way back brings the link to where it stood in
 * the window, though pictures and formulas off the screen may have been laid out since.
 */
export function offerReturn(): void {
  const jumps: Jump[] = [];
  const button = create("button", { type: "button", class: "control return" }, words.goBack);
  button.addEventListener("click", () => history.back());
  document.addEventListener("click", (event) => {
    const link = closest<HTMLAnchorElement>(event, ".prose a[href], .preview a[href]");
    if (!link || link.hash === "" || !isThisPage(link) || link.hash === location.hash || !isPlainClick(event)) return;
    const origin = link.closest(".preview")?.previousElementSibling;
    const shown = origin instanceof HTMLAnchorElement ? origin : link;
    jumps.push({ from: location.hash, link: shown, top: shown.getBoundingClientRect().top });
    document.body.append(button);
  });
  addEventListener("popstate", () => {
    const jump = jumps.at(-1);
    if (jump?.from !== location.hash) return;
    jumps.pop();
    if (jumps.length === 0) button.remove();
    restore(jump);
  });
}

/** The browser scrolls by itself after this event; what it could not know is put right behind it. */
function restore({ link, top }: Jump): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      link.focus({ preventScroll: true });
      scrollBy({ top: link.getBoundingClientRect().top - top, behavior: "instant" });
    }),
  );
}
