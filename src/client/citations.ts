import { withAccessDay } from "./access-day.ts";
import { canCopy, copyButton } from "./copy-button.ts";
import { words } from "./words.ts";

/** Gives every form of the citation a button, and writes the day on which the reader is here where a form has a place for it. */
export function offerCitationCopies(): void {
  const forms = Array.from(document.querySelectorAll<HTMLElement>(".cite .out"));
  const day = today();
  for (const form of forms) {
    const text = form.querySelector<HTMLElement>("code, p");
    if (!text) continue;
    text.textContent = withAccessDay(text.textContent ?? "", day);
    if (canCopy()) form.append(copyButton(words.copy, () => text.textContent ?? ""));
  }
}

/** The day of the reader's calendar, `2024-03-29`. */
function today(): string {
  const now = new Date(Date.now());
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
