import { countOf } from "../../text/count-of.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { xml } from "../../text/xml.ts";
import type { Comparison } from "./compare.ts";
import type { Hunk } from "./line-diff.ts";
import { markDifferences } from "./mark-differences.ts";
import { styles } from "./report-styles.ts";
import {
  groupNotes,
  type CountedKind,
  type FailedFormula,
  type ImportReport,
  type NoteGroup,
  type ReportPost,
  type SettledFile,
} from "./report.ts";

type Markup = ReturnType<typeof xml>;

/** Lines of one difference that are printed; more are counted. */
const maxLines = 60;

/**
 * The report as one page without scripts: totals, what to look at, and for each post that did not come through as it
 * was, formulas and lines of source and result side by side. All text of the archive is escaped.
 */
export function reportHtml(report: ImportReport): string {
  const { source, dryRun, posts, account } = report;
  const title = `Import from ${source}${dryRun ? " (dry run, nothing was written)" : ""}`;
  const page = xml`<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>${title}</title>
<style>${{ xml: styles }}</style>
</head>
<body>
<h1>${title}</h1>
${account.map((line) => xml`<p>${line}</p>\n`)}${totals(report)}
${section("Please look at", groupNotes(report.notes).map(noteRow))}${section("Left out", groupNotes(report.leftOut).map(noteRow))}${section(
    "Files that are not there",
    report.missingFiles.map((path) => xml`<li><code>${path}</code></li>\n`),
  )}${section("Changed by hand", report.files.filter(({ byHand }) => byHand.length > 0).map(editedFile))}<h2>Posts</h2>
${failingFirst(posts).map(postRow)}
</body>
</html>`;
  return `<!doctype html>\n${page.xml}\n`;
}

function failingFirst(posts: readonly ReportPost[]): readonly ReportPost[] {
  const isFailing = ({ failed = [] }: ReportPost) => failed.length > 0;
  return [...posts.filter(isFailing), ...posts.filter((post) => !isFailing(post))];
}

function section(heading: string, items: readonly Markup[]): Markup {
  if (items.length === 0) return xml``;
  return xml`<h2>${heading} <small>${groupDigits(items.length)}</small></h2>\n<ul>\n${items}</ul>\n`;
}

function noteRow({ message, places }: NoteGroup): Markup {
  const [first = "", ...others] = places;
  if (others.length === 0) return xml`<li><code>${first}</code> ${message}</li>\n`;
  const all = places.map((place) => xml`<code>${place}</code> `);
  return xml`<li><details><summary>${groupDigits(places.length)} places: ${message}</summary>${all}</details></li>\n`;
}

function totals({ posts, totals: all, comments }: ImportReport): Markup {
  const failed = all.failed === undefined ? "not checked: there is no site here" : groupDigits(all.failed);
  return xml`<table class="totals">
<thead><tr><th></th><th>in</th><th>out</th><th>the same</th><th>changed</th><th>lost</th><th>added</th></tr></thead>
<tbody>
${kindRow("formulas", all.formulas)}${kindRow("headings", all.headings)}${kindRow("links", all.links)}${kindRow("images", all.images)}</tbody>
</table>
<p>${countOf(posts.length, "post")}, ${groupDigits(all.identical)} of them line by line as they were; ${countOf(comments, "comment")}; formulas that fail: ${failed}.</p>`;
}

function kindRow(name: string, { before, after, same, changed, lost, added }: CountedKind): Markup {
  const cells = [before, after, same, changed, lost, added].map((count) => xml`<td>${groupDigits(count)}</td>`);
  return xml`<tr><th>${name}</th>${cells}</tr>\n`;
}

function editedFile({ path, state, byHand }: SettledFile): Markup {
  const what =
    state === "replaced" ? "replaced; these changes are gone" : "kept; the import would have written the right side";
  return xml`<li><details><summary><code>${path}</code> ${what}</summary>${sideBySide(byHand, ["by hand", "import"])}</details></li>\n`;
}

function postRow(post: ReportPost): Markup {
  const { compared, failed = [], differences, state } = post;
  const { formulas } = compared;
  const parts = [
    ...failures(failed),
    ...kind("Formulas", formulas),
    ...kind("Headings", compared.headings),
    ...kind("Links", compared.links),
    ...kind("Images", compared.images),
    ...(differences.length > 0 ? [xml`<h3>Text</h3>${sideBySide(differences, ["source", "result"])}`] : []),
  ];
  const head = xml`<b>${post.title}</b> <small>${post.from} → ${post.path}, ${state}; ${postCounts(post)}</small>`;
  if (parts.length === 0) return xml`<p class="same">${head}</p>\n`;
  return xml`<details${failed.length > 0 ? xml` class="failed"` : xml``}><summary>${head}</summary>\n${parts}</details>\n`;
}

/** Formulas in and out, and what else there is. */
function postCounts({ compared: { formulas }, failed = [], comments }: ReportPost): string {
  const more = [
    [formulas.changed.length, "changed"],
    [failed.length, "failing"],
    [comments, "comments"],
  ] as const;
  const given = more.filter(([count]) => count > 0).map(([count, what]) => `, ${groupDigits(count)} ${what}`);
  return `${groupDigits(formulas.before)} formulas in, ${groupDigits(formulas.after)} out${given.join("")}`;
}

function failures(failed: readonly FailedFormula[]): readonly Markup[] {
  if (failed.length === 0) return [];
  const rows = failed.map(
    ({ tex, message, line }) =>
      xml`<tr><td class="line">${line}</td><td><pre>${tex}</pre></td><td class="bad">${message}</td></tr>\n`,
  );
  return [xml`<h3>Formulas that fail</h3><table class="sides"><tbody>${rows}</tbody></table>`];
}

function kind(name: string, { changed, lost, added }: Comparison): readonly Markup[] {
  const rows = [
    ...changed,
    ...lost.map((before) => ({ before, after: "" })),
    ...added.map((after) => ({ before: "", after })),
  ];
  if (rows.length === 0) return [];
  const printed = rows.map(({ before, after }) => {
    const [left, right] = markDifferences(before, after);
    return xml`<tr><td><pre>${left}</pre></td><td><pre>${right}</pre></td></tr>\n`;
  });
  const head = xml`<thead><tr><th>source</th><th>result</th></tr></thead>`;
  return [xml`<h3>${name}</h3><table class="sides">${head}<tbody>${printed}</tbody></table>`];
}

function sideBySide(hunks: readonly Hunk[], [left, right]: readonly [string, string]): Markup {
  const rows = hunks.map((hunk) => {
    const [one, other] = markDifferences(bounded(hunk.left), bounded(hunk.right));
    return xml`<tr><td class="line">${hunk.leftLine}</td><td><pre>${one}</pre></td><td class="line">${hunk.rightLine}</td><td><pre>${other}</pre></td></tr>\n`;
  });
  return xml`<table class="sides"><thead><tr><th></th><th>${left}</th><th></th><th>${right}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function bounded(lines: readonly string[]): string {
  if (lines.length <= maxLines) return lines.join("\n");
  return `${lines.slice(0, maxLines).join("\n")}\n… and ${groupDigits(lines.length - maxLines)} more lines`;
}
