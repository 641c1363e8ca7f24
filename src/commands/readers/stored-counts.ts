import type { ReaderCount } from "../../model/readers.ts";
import { formatDiagnostics } from "../../diagnostics/format.ts";
import { useError } from "../../host/use-error.ts";
import { readCounts } from "../../parse/readers/read-counts.ts";
import { paint } from "../terminal.ts";
import type { SiteContent } from "../site-content.ts";

/**
 * All rows of the site's files of counts.
 * @throws a use error if one of them cannot be read: whoever writes its file anew would lose it
 */
export function storedCounts({ content, folder }: Pick<SiteContent, "content" | "folder">): readonly ReaderCount[] {
  const files = content.data.readers;
  const { value, diagnostics } = readCounts(files);
  if (diagnostics.length === 0) return value;
  const sourceOf = (path: string) => files.find((file) => file.path === path)?.text;
  const printed = formatDiagnostics(diagnostics, { sourceOf, folder, paint });
  throw useError(`${printed}\nNothing was changed.`, "mend these rows first: they would be lost");
}
