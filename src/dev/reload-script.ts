/** Everything the server has for itself lies below this path, outside of any base path. */
export const scriptPath = "/__suanjing/reload.js";
export const eventsPath = "/__suanjing/events";

/**
 * The page with the script that reloads it, before its last `</body>`, or at its end.
 *
 * @param build of which the page is part, so that a page that loads while the next build ends still learns of it
 */
export function injectScript(html: string, build: string): string {
  const tag = `<script src="${scriptPath}" data-build="${build}"></script>`;
  const end = html.toLowerCase().lastIndexOf("</body>");
  return end < 0 ? html + tag : html.slice(0, end) + tag + html.slice(end);
}

/**
 * The script: listens for builds, reloads when there is a newer one than the page's, and shows the errors of
 * the last build in a panel, as text. The panel is a shadow tree, which the page's styles do not reach.
 */
export const reloadScript = `"use strict";
(() => {
  const mine = document.currentScript.dataset.build;
  const host = document.createElement("suanjing-problems");
  const root = host.attachShadow({ mode: "open" });
  const panel = document.createElement("pre");
  const close = document.createElement("button");
  close.textContent = "×";
  close.setAttribute("aria-label", "close");
  close.onclick = () => host.remove();
  root.append(close, panel);
  const style = (element, values) => Object.assign(element.style, values);
  style(host, { position: "fixed", inset: "auto 0 0 0", zIndex: 2147483647, maxHeight: "45vh", overflow: "auto",
    background: "#2b1414", color: "#ffe9e6", borderTop: "3px solid #d8452e", font: "13px/1.5 monospace" });
  style(panel, { margin: "0", padding: "12px 44px 12px 16px", whiteSpace: "pre-wrap" });
  style(close, { position: "absolute", top: "6px", right: "10px", font: "20px monospace", background: "none",
    border: "0", color: "inherit", cursor: "pointer" });
  const show = (problems) => {
    panel.textContent = problems.join("\\n\\n");
    if (problems.length === 0) host.remove();
    else document.body.append(host);
  };
  const events = new EventSource(${JSON.stringify(eventsPath)});
  events.onmessage = (event) => {
    const { build, problems } = JSON.parse(event.data);
    if (build !== mine) location.reload();
    else show(problems);
  };
  addEventListener("pagehide", () => events.close());
})();
`;
