import { canCopy, copyButton } from "./copy-button.ts";
import { closest, create } from "./dom.ts";
import { taggedTex } from "./tagged-tex.ts";
import { words } from "./words.ts";

/**
 * Offers what one can do with a numbered equation, while it is pointed at or has the focus: copy its TeX with the numbers, and
 * look for the same formula in the archive. There is one row of tools for all equations; it stands behind the box, so that the
 * next press of Tab reaches it.
 */
export function offerEquationTools(): void {
  let box: HTMLElement | null = null;
  const find = document.querySelector<HTMLAnchorElement>("a.find");
  const same = create("a", { class: "control" }, words.sameFormula);
  const copy = copyButton(words.copyTex, () => (box ? taggedTexOf(box) : ""));
  const tools = create("div", { class: "eq-tools" }, ...(canCopy() ? [copy] : []), ...(find ? [same] : []));
  if (tools.childElementCount === 0) return;
  const offer = (event: Event) => {
    if (event.target instanceof Node && tools.contains(event.target)) return;
    const next = closest<HTMLElement>(event, ".prose .eq.numbered");
    if (next === box && tools.isConnected) return;
    if (!next && tools.matches(":focus-within, :hover")) return;
    box = next;
    if (!next) return tools.remove();
    if (find)
      same.href = `${find.href}?${new URLSearchParams({ q: `$${expanded(texOf(next), macrosOf(next))}$` }).toString()}`;
    next.after(tools);
    tools.style.top = `${next.offsetTop}px`;
  };
  document.addEventListener("pointerover", (event) => {
    // A finger selects instead; tools would come and go under it.
    if (event.pointerType !== "touch") offer(event);
  });
  document.addEventListener("focusin", offer);
}

function texOf(box: HTMLElement): string {
  return box.querySelector("annotation, .math-error")?.textContent ?? "";
}

/** Macros that the post defines, which its page names because no other post knows them. */
function macrosOf(box: Element): Readonly<Record<string, string>> {
  const { macros = "{}" } = box.closest<HTMLElement>("[data-macros]")?.dataset ?? {};
  return JSON.parse(macros) as Readonly<Record<string, string>>;
}

/** Macros within macros that are followed. */
const maxDepth = 4;

function expanded(tex: string, macros: Readonly<Record<string, string>>, depth = maxDepth): string {
  if (depth === 0) return tex;
  return tex.replace(/\\(?:[A-Za-z@]+|[^])/g, (name) =>
    Object.hasOwn(macros, name) ? `${expanded(String(macros[name]), macros, depth - 1)} ` : name,
  );
}

function taggedTexOf(box: HTMLElement): string {
  const numbers = JSON.parse(box.dataset["numbers"] ?? "[]") as readonly (string | null)[];
  return taggedTex(texOf(box), numbers);
}
