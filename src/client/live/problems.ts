import { create } from "../dom.ts";

export interface ShownProblem {
  /** As the terminal prints it. */
  readonly text: string;
  /** Whether an editor can be opened at its place. */
  readonly canOpen: boolean;
}

/** Colours and fonts are those of the theme, if it has its tokens; none of its rules reach in here. */
const style = `
  :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 45vh; overflow: auto; overscroll-behavior: contain;
    padding: 0 max(16px, 50vw - 36rem) 16px; background: var(--raised, Canvas); color: var(--ink, CanvasText);
    border-top: 3px solid var(--red, #d8452e); font: 13px/1.6 var(--mono, monospace); overflow-wrap: anywhere }
  :host::before { content: ""; display: block; margin: 3px -100vw 0; border-top: 1px solid var(--red, #d8452e) }
  h2 { margin: 16px 40px 0 0; font: inherit; font-weight: 600 }
  pre { margin: 0; overflow-x: auto; font: inherit; color: var(--ink-2, inherit); text-autospace: no-autospace;
    text-spacing-trim: space-all }
  a { color: var(--red, #d8452e); text-underline-offset: 0.3em }
  button { position: sticky; top: 8px; float: right; width: 28px; height: 28px; padding: 0; font: 20px/1 var(--mono, monospace);
    background: none; border: 0; color: inherit; cursor: pointer }`;

/** The place of a problem, in the words of the terminal: `content/posts/a.md:3:7`. */
const place = /^\S.*?(?=: (?:error|warning|info) )/;

let host: HTMLElement | undefined;

/** Shows problems over the page, or takes them away if there are none. */
export function showProblems(problems: readonly ShownProblem[]): void {
  host?.remove();
  host = undefined;
  if (problems.length === 0) return;
  host = document.createElement("suanjing-problems");
  const close = create("button", { "aria-label": "close" }, "×");
  close.addEventListener("click", () => host?.remove());
  host.attachShadow({ mode: "open" }).append(create("style", {}, style), close, ...problems.flatMap(shown));
  document.body.append(host);
}

/** The sentence, whose place opens the editor, and the lines below it as they are: a caret stands under its sign. */
function shown({ text, canOpen }: ShownProblem, index: number): readonly HTMLElement[] {
  const [sentence = "", ...lines] = text.split("\n");
  const [where = sentence] = canOpen ? (place.exec(sentence) ?? []) : [""];
  const link = create("a", { href: "", title: "open in the editor" }, where);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    void fetch(`/__suanjing/edit/${index}`, { method: "POST" });
  });
  const head = create("h2", {}, ...(where === "" ? [] : [link]), sentence.slice(where.length));
  return lines.length === 0 ? [head] : [head, create("pre", {}, lines.join("\n"))];
}
