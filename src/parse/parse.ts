import type { ParseOptions } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Images } from "../model/ports.ts";
import type { ParsedPost } from "../model/post.ts";
import type { SourceFile } from "../model/source.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { readFrontMatter } from "./front-matter/front-matter.ts";
import { parseMarkdown } from "./math-syntax/parse-markdown.ts";
import { parseBody, type HtmlMathOptions } from "./parse-body.ts";
import type { Report } from "./report.ts";

/**
 * Reads one post: front matter, Markdown with mathematics, raw HTML, excerpt, table of contents. The
 * result is plain data: markup with holes for formulas and for links into the archive.
 *
 * @returns `undefined` only for a file whose front matter is refused; the reason is among the diagnostics
 */
export function parse(
  source: SourceFile,
  options: ParseOptions,
  images: Images,
  htmlMath: HtmlMathOptions,
): Outcome<ParsedPost | undefined> {
  const front = readFrontMatter(source, options);
  if (!front.value) return { value: undefined, diagnostics: front.diagnostics };
  const diagnostics: Diagnostic[] = [...front.diagnostics];
  const report: Report = (code, message, span, hint) => {
    diagnostics.push(diagnostic(code, source.path, message, { span, hint }));
  };
  const { tree, findings } = parseMarkdown(front.value.body);
  // A finding is graver or lighter by case than its code is in general.
  diagnostics.push(...findings.map(({ code, message, ...details }) => diagnostic(code, source.path, message, details)));
  return {
    value: parseBody({ source, front: front.value, markdown: tree }, { options, images, htmlMath, report }),
    diagnostics,
  };
}
