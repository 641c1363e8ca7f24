import { create } from "./dom.ts";
import { words } from "./words.ts";

/** How long a button says that it has copied. */
const saidMs = 1500;

/** A button that copies a text, which is made when it is pressed, and says so. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = create("button", { type: "button", class: "control copy", "aria-live": "polite" }, label);
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(text()).then(() => {
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = label), saidMs);
    });
  });
  return button;
}

/** Browsers give the clipboard only to pages that came by a safe way. */
export function canCopy(): boolean {
  return "clipboard" in navigator;
}
