/** What may stand inside an element. */
type Child = Node | string;

/** Makes an element; texts become text, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The element of this selector, which the markup of the search has. */
export function part<Part extends Element>(root: ParentNode, selector: string): Part {
  const found = root.querySelector<Part>(selector);
  if (!found) throw new Error(`the search has no ${selector}`);
  return found;
}

/** The words of the interface; `{name}` stands for a value. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Reads the words that stand at the root of the search. */
export function wordsOf(root: HTMLElement): Say {
  const words = JSON.parse(root.dataset["words"] ?? "{}") as Readonly<Record<string, string>>;
  return (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (_all, name: string) => group(values[name] ?? ""));
}

/** `12,345` */
function group(value: string | number): string {
  return typeof value === "number" ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ",") : value;
}

/** A text with ranges marked. */
export function marked(
  text: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    fragment.append(text.slice(from, start), make("mark", {}, text.slice(start, end)));
    from = end;
  }
  fragment.append(text.slice(from));
  return fragment;
}
