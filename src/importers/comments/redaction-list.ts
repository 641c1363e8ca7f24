import { isSeq, parseDocument } from "yaml";

const empty =
  "# Comments (ids) and commenters (names) that are to be forgotten. suanjing comments redact adds to it.\nids:\n";

/**
 * `data/comments/redacted.yaml` with more ids; what somebody has written there stays.
 *
 * @param text of the file, which can be read; empty if there is none
 */
export function addToRedaction(text: string, ids: readonly string[]): string {
  const document = parseDocument(text.trim() === "" ? empty : text);
  const list = document.get("ids");
  if (isSeq(list)) for (const id of ids) list.add(document.createNode(id));
  else document.set("ids", document.createNode(ids));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
