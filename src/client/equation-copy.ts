import { canCopy, copyButton } from "./copy-button.ts";
import { closest } from "./dom.ts";
import { taggedTex } from "./tagged-tex.ts";
import { words } from "./words.ts";

/**
 * Offers the TeX of a numbered equation, with its numbers, while the equation is pointed at or has the focus. There is
 * one button for all of them; it stands behind the box, so that the next press of Tab reaches it.
 */
export function offerTexCopies(): void {
  if (!canCopy()) return;
  let box: HTMLElement | null = null;
  const button = copyButton(words.copyTex, () => (box ? texOf(box) : ""));
  button.classList.add("eq-copy");
  const offer = (event: Event) => {
    if (event.target === button) return;
    const next = closest<HTMLElement>(event, ".prose .eq.numbered");
    if (next === box && button.isConnected) return;
    if (!next && button.matches(":focus, :hover")) return;
    box = next;
    if (next) {
      next.after(button);
      button.style.top = `${next.offsetTop}px`;
    } else button.remove();
  };
  document.addEventListener("pointerover", (event) => {
    // A finger selects instead; a button would come and go under it.
    if (event.pointerType !== "touch") offer(event);
  });
  document.addEventListener("focusin", offer);
}

function texOf(box: HTMLElement): string {
  const tex = box.querySelector("annotation, .math-error")?.textContent ?? "";
  const numbers = JSON.parse(box.dataset["numbers"] ?? "[]") as readonly (string | null)[];
  return taggedTex(tex, numbers);
}
