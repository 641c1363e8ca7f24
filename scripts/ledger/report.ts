import { escapeHtml } from "../../src/text/escape.ts";
import type { Change } from "./compare.ts";

/** The changed formulas as one page: place and source, then how it was set and how it is now. */
export function ledgerHtml(changes: readonly Change[], katexCss: string): string {
  const rows = changes.map(
    ({ key, tex, before, after }) =>
      `<tr><td><small>${escapeHtml(key)}</small><pre>${escapeHtml(tex)}</pre></td><td>${before}</td><td>${after}</td></tr>\n`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${changes.length} formulas that are set otherwise</title>
<style>${katexCss}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.5em;vertical-align:top;text-align:left}pre{white-space:pre-wrap}</style>
<table>
<tr><th>formula</th><th>before</th><th>now</th></tr>
${rows.join("")}</table>
</html>
`;
}
