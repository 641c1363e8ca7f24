/** A request target that may be looked up, or the status of the refusal. */
export type Target =
  | { readonly ok: true; readonly path: string; readonly query: string }
  | { readonly ok: false; readonly status: 400 | 414 };

/** Longest target that is looked at, in bytes. */
const maxLength = 8192;

const bad: Target = { ok: false, status: 400 };

/**
 * Reads a request target as it stands in the request line.
 *
 * Only origin form is taken: one `/` at the beginning, printable ASCII without `\` and `#`. The path is
 * decoded once, as UTF-8; afterwards no segment may be `.` or `..` or empty but the last, and nothing encoded
 * may turn out to be a slash, a backslash or a control character. What is decoded once and still looks
 * encoded is the name of a file.
 *
 * @returns `path` decoded, starting with `/`; `query` with its `?`, or empty
 */
export function readTarget(target: string): Target {
  if (target.length > maxLength) return { ok: false, status: 414 };
  if (!/^\/(?!\/)[!-~]*$/.test(target) || /[\\#]/.test(target)) return bad;
  const [encoded = "", ...rest] = target.split("?");
  if (/%(?:2f|5c|00)/i.test(encoded)) return bad;
  const path = decode(encoded);
  if (path === undefined || /[\p{Cc}\\]/u.test(path)) return bad;
  const segments = path.slice(1).split("/");
  const isBad = segments.some(
    (segment, index) => segment === "." || segment === ".." || (segment === "" && index < segments.length - 1),
  );
  return isBad ? bad : { ok: true, path, query: rest.length === 0 ? "" : `?${rest.join("?")}` };
}

/** `undefined` for a broken percent code and for bytes that are not UTF-8, overlong forms among them. */
function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
