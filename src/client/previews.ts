import { closest, create, isPlainClick } from "./dom.ts";
import { isInSight, isPreviewed, previewContent } from "./preview-content.ts";
import { words } from "./words.ts";

/** A pointer that only crosses a link opens nothing, and may leave it on the way to the preview. */
const openMs = 120;
const closeMs = 250;

const links = ".prose a.ref, .prose .katex a[href], .prose a[data-footnote-ref]";

interface Preview {
  readonly link: HTMLAnchorElement;
  readonly box: HTMLElement;
}

/**
 * Shows what a reference or the mark of a note leads to. It opens when the link is pointed at or reached by keyboard,
 * and stays while pointer or focus are on link or preview; Esc closes it (WCAG 1.4.13). The first tap of a finger opens it,
 * the second one follows the link.
 */
export function showPreviews(): void {
  if (!("popover" in HTMLElement.prototype)) return;
  let open: Preview | undefined;
  let wanted: HTMLAnchorElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number, what: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(what, ms);
  };
  const close = () => {
    clearTimeout(timer);
    open?.box.remove();
    open = wanted = undefined;
  };
  const show = async (link: HTMLAnchorElement): Promise<boolean> => {
    clearTimeout(timer);
    if (open?.link === link) return true;
    close();
    wanted = link;
    const content = await previewContent(link);
    if (!content) return false;
    // The reader may have gone on while another page was on its way.
    if (wanted === link) open = { link, box: place(link, content) };
    return true;
  };
  const linkOf = (event: Event): HTMLAnchorElement | null => {
    const link = closest<HTMLAnchorElement>(event, links);
    return link && isPreviewed(link) && !isInSight(link) ? link : null;
  };
  const isOn = (event: Event) => event.target instanceof Node && open?.box.contains(event.target) === true;

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkOf(event);
    if (link) later(openMs, () => void show(link));
    else if (isOn(event)) clearTimeout(timer);
    else if (!open?.box.contains(document.activeElement) && document.activeElement !== open?.link)
      later(closeMs, close);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) void show(link);
    else if (!isOn(event) && event.target !== open?.link) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    // The focus must not fall to the beginning of the page.
    if (open.box.contains(document.activeElement)) open.link.focus({ preventScroll: true });
    close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!isOn(event) && closest(event, links) !== open?.link) close();
  });
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    const isTap = event instanceof PointerEvent && event.pointerType === "touch";
    if (!link || !isTap || !isPlainClick(event) || open?.link === link) return void (closest(event, "a") && close());
    event.preventDefault();
    event.stopImmediatePropagation();
    void show(link).then((isShown) => isShown || location.assign(link.href));
  });
}

/** Puts a preview into the page right behind its link, where the next press of Tab leads, below or above its line. */
function place(link: HTMLAnchorElement, content: HTMLElement): HTMLElement {
  const name = link.getAttribute("aria-label") ?? link.textContent ?? "";
  const go = create("a", { href: link.href }, words.goTo);
  const head = create("div", { class: "from" }, create("span", {}, name), go);
  const box = create(
    "div",
    { class: "preview", popover: "manual", role: "group", "aria-label": `${words.preview} ${name}` },
    head,
    content,
  );
  // What is inside of a formula is hidden from assistive tools.
  (link.closest(".eq, .katex") ?? link).after(box);
  box.showPopover();
  const line = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const isAbove = line.bottom + height > innerHeight && line.top > height;
  box.style.left = `${scrollX + Math.max(8, Math.min(line.left - 16, room - width - 8))}px`;
  box.style.top = `${scrollY + (isAbove ? line.top - height - 4 : line.bottom + 4)}px`;
  return box;
}
