/** Everything the server has for itself lies below this path, outside of any base path. */
export const scriptPath = "/__suanjing/reload.js";
export const eventsPath = "/__suanjing/events";
/** With the number of a problem behind it: opens the editor at its place. */
export const editPath = "/__suanjing/edit/";

/**
 * The page with the script that renews it, before its last `</body>`, or at its end.
 *
 * @param build of which the page is part, so that a page that loads while the next build ends still learns of it
 */
export function injectScript(html: string, build: string): string {
  const tag = `<script src="${scriptPath}" data-build="${build}"></script>`;
  const end = html.toLowerCase().lastIndexOf("</body>");
  return end < 0 ? html + tag : html.slice(0, end) + tag + html.slice(end);
}
