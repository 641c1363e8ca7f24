import type { SourcePath } from "../../model/brand.ts";
import type { Redaction } from "../../model/comments.ts";
import { sha256 } from "../../host/hash.ts";
import { useError } from "../../host/use-error.ts";
import { readRedaction } from "../../parse/comments/read-redaction.ts";
import type { Target } from "../import/settle.ts";

export const redactedPath = "content/data/comments/redacted.yaml";

/**
 * Which comments the site is to forget.
 * @throws a use error if the list cannot be read: an import would bring them back
 */
export async function storedRedaction({ read }: Pick<Target, "read">): Promise<Redaction> {
  const bytes = await read(redactedPath);
  const text = new TextDecoder().decode(bytes);
  const { value, diagnostics } = readRedaction(bytes && { path: redactedPath as SourcePath, text, hash: sha256(text) });
  if (value) return value;
  const said = diagnostics.map(({ span, message }) => {
    const place = span ? `:${span.start.line}:${span.start.column}` : "";
    return `${redactedPath}${place}: ${message}`;
  });
  throw useError(said.join("\n"), "mend it first: it says which comments are to be forgotten");
}
