import type { Xml } from "../../model/brand.ts";

/** Stylesheet of the report, which stands alone: a page that is opened from the disk. */
export const styles = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.5rem; font-size: 1.2rem; } h3 { font-size: 1rem; }
small { font-weight: normal; opacity: 0.7; }
table { border-collapse: collapse; }
th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
th:first-child { text-align: left; }
table.sides { width: 100%; table-layout: auto; margin-bottom: 1.5rem; }
table.sides th, table.sides td { text-align: left; }
table.sides td:has(pre) { width: 47%; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 0.85rem/1.5 ui-monospace, monospace; }
details, p.same { margin: 0; padding: 0.5rem 0; border-bottom: 1px solid var(--soft); }
p.same { padding-left: 1.1rem; }
summary { cursor: pointer; }
details.failed > summary b { color: #c0392b; }
ul { padding-left: 1.2rem; }
` as Xml;
