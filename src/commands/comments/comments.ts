import { chooseAction } from "../choose-action.ts";
import type { Terminal } from "../terminal.ts";
import { importComments } from "./import-comments.ts";
import { listComments } from "./list-comments.ts";
import { redactComments } from "./redact-comments.ts";

/**
 * `suanjing comments import|list|redact`.
 * @returns exit code: 0, or 1 if something could not be read or was kept as it was changed by hand
 */
export async function comments(root: string, [name, ...rest]: readonly string[], io: Terminal): Promise<number> {
  return chooseAction("comments", name, { import: importComments, list: listComments, redact: redactComments })(
    root,
    rest,
    io,
  );
}
