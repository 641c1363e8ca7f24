import { create } from "../dom.ts";

export interface ShownProblem {
  /** As the terminal prints it. */
  readonly text: string;
  /** Whether an editor can be opened at its place. */
  readonly canOpen: boolean;
}

const style = `
  :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 45vh; overflow: auto;
    background: #2b1414; color: #ffe9e6; border-top: 3px solid #d8452e; font: 13px/1.5 monospace }
  pre { margin: 0; padding: 12px 16px; white-space: pre-wrap; font: inherit }
  a { color: #ffb4a8; padding: 0 16px 12px; display: inline-block }
  button { position: absolute; top: 6px; right: 10px; font: 20px monospace; background: none; border: 0; color: inherit;
    cursor: pointer }`;

let host: HTMLElement | undefined;

/** Shows problems over the page, or takes them away if there are none. The page's styles do not reach them. */
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

function shown({ text, canOpen }: ShownProblem, index: number): readonly HTMLElement[] {
  const pre = create("pre", {}, text);
  if (!canOpen) return [pre];
  const link = create("a", { href: "" }, "open in the editor");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    void fetch(`/__suanjing/edit/${index}`, { method: "POST" });
  });
  return [pre, link];
}
