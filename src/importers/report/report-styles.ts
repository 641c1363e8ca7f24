import type { Xml } from "../../model/brand.ts";

/** Stylesheet of the report, which stands alone: a page that is opened from the disk. Its inks are those of the theme. */
export const styles = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fafaf7, #151618); --sunk: light-dark(#f2f2ed, #1c1e21);
  --ink: light-dark(#1b1a18, #dedbd3); --ink-3: light-dark(#65625b, #98948b);
  --hair: light-dark(#deddd5, #313338); --red: light-dark(#a92a1c, #f0897a); --red-wash: light-dark(#f6ddd6, #4a2826);
}
body {
  max-width: 76rem; margin: 2rem auto; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.65 -apple-system, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
}
h1 { font-size: 1.4375rem; } h2 { margin: 2.5rem 0 0.5rem; font-size: 1.1875rem; } h3 { margin: 1rem 0 0.25rem; font-size: 0.9375rem; }
small { font-weight: normal; color: var(--ink-3); }
code, pre { font: 0.8125rem/1.6 ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--red-wash); color: var(--red); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--hair); text-align: right; vertical-align: top; }
th { font-weight: 600; font-size: 0.875rem; } table.totals :is(th, td) { vertical-align: baseline; }
table.totals th:first-child { padding-left: 0; text-align: left; }
td.line { color: var(--ink-3); font-size: 0.8125rem; }
table.sides { width: 100%; margin-bottom: 1rem; background: var(--sunk); }
table.sides th, table.sides td { text-align: left; } table.sides th { color: var(--ink-3); font-weight: normal; }
table.sides td:not(.line) { width: 48%; }
details, p.same { margin: 0; padding: 0.5rem 0; border-bottom: 1px solid var(--hair); }
p.same { padding-left: 1.1rem; }
li > details { padding: 0; border: 0; }
summary { cursor: pointer; }
summary small { overflow-wrap: anywhere; }
details.failed > summary b, td.bad { color: var(--red); }
ul { padding-left: 1.2rem; }
@media (max-width: 40rem) {
  th, td { padding: 0.2rem 0.35rem; }
  table.sides thead { display: none; }
  table.sides tr, table.sides td:not(.line) { display: block; width: auto; }
  table.sides td { display: inline-block; border: 0; }
  table.sides tr { border-bottom: 1px solid var(--hair); padding: 0.3rem 0; }
  table.sides td:last-child { padding-left: 0.6rem; border-left: 2px solid var(--hair); }
  table.sides td:has(> pre:empty) { display: none; }
  table.totals th { font-size: 0.75rem; }
}
` as Xml;
