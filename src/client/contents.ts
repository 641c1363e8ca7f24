import { targetOf } from "./dom.ts";

/** A section is the current one when its heading has come above this part of the window. */
const line = 0.35;

/** Marks the section that is read in the table of contents, and keeps it in sight there. */
export function markCurrentSection(): void {
  const contents = document.querySelector<HTMLDetailsElement>(".toc");
  if (!contents) return;
  holdOpen(contents);
  const sections = Array.from(contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')).flatMap((link) => {
    const heading = targetOf(link);
    return heading ? [{ link, heading }] : [];
  });
  const mark = () => {
    const limit = innerHeight * line;
    const current = sections.filter(({ heading }) => heading.getBoundingClientRect().top < limit).at(-1)?.link;
    for (const { link } of sections) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (current) reveal(contents, current);
  };
  const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${(line - 1) * 100}% 0px` });
  for (const { heading } of sections) observer.observe(heading);
}

/** Scrolls nothing but the table of contents. */
function reveal(contents: HTMLElement, link: HTMLElement): void {
  const box = contents.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  if (top < box.top) contents.scrollTop += top - box.top - box.height / 3;
  if (bottom > box.bottom) contents.scrollTop += bottom - box.bottom + box.height / 3;
}

/** Beside the text the fold is open, also where the stylesheet cannot open it; above the text it is the reader's. */
function holdOpen(contents: HTMLDetailsElement): void {
  const isWide = matchMedia("(min-width: 75rem)");
  const adapt = () => (contents.open = isWide.matches);
  isWide.addEventListener("change", adapt);
  adapt();
}
