import { canCopy, copyButton } from "./copy-button.ts";
import { create } from "./dom.ts";
import { words } from "./words.ts";

/** Gives every block of code in a text a button; it does not scroll with the code. */
export function offerCodeCopies(): void {
  if (!canCopy()) return;
  for (const block of Array.from(document.querySelectorAll<HTMLElement>(".prose pre"))) {
    const frame = create("div", { class: "copyable" });
    block.replaceWith(frame);
    frame.append(
      block,
      copyButton(words.copy, () => (block.textContent ?? "").replace(/\n$/, "")),
    );
  }
}
