import { closest, create, isPlainClick } from "./dom.ts";
import { words } from "./words.ts";

/** A picture that is a figure opens over the page with its caption, instead of as a page of its own. */
export function enlargeFigures(): void {
  document.addEventListener("click", (event) => {
    const link = closest<HTMLAnchorElement>(event, ".prose figure > a");
    if (link?.firstElementChild instanceof HTMLImageElement && isPlainClick(event)) {
      event.preventDefault();
      enlarge(link, link.firstElementChild);
    }
  });
}

function enlarge(link: HTMLAnchorElement, image: HTMLImageElement): void {
  const picture = create("img", { src: link.href, alt: image.alt });
  const close = create("button", { type: "button", class: "control" }, words.close);
  const dialog = create("dialog", { class: "zoom", "aria-label": image.alt }, picture);
  const caption = link.parentElement?.querySelector("figcaption")?.cloneNode(true);
  if (caption) dialog.append(caption);
  dialog.append(close);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
