/** The same key as in `open-search.ts`, which must not load this module. */
const keysChoice = "suanjing-search-keys";

/** The box that gives Ctrl-K and `/` back to the browser; the choice is kept for the site. */
export function bindKeysChoice(root: ParentNode): void {
  for (const box of Array.from(root.querySelectorAll<HTMLInputElement>("input[data-keys]"))) {
    box.checked = localStorage.getItem(keysChoice) !== "off";
    box.addEventListener("change", () => {
      if (box.checked) localStorage.removeItem(keysChoice);
      else localStorage.setItem(keysChoice, "off");
    });
  }
}
