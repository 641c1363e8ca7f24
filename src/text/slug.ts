/** Longest slug, in code points; a hanzi takes nine characters of a URL and three bytes of a file name. */
const maxLength = 80;

/**
 * Names that are not given out as they are: device names of Windows, which no file there may have, and
 * keys that plain objects inherit.
 */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|constructor|prototype)$/;

/**
 * A name for a path segment or an anchor, made of lower-case letters, digits and single `-`.
 *
 * Hanzi and the letters of every other script stay; full-width forms become half-width (NFKC); all
 * else separates. The result is never empty, `.` or `..`: a text without letters gives `u` and its code
 * points in hexadecimal. Titles longer than 80 code points are cut and end in a hash of the whole, so
 * that they stay different. `slug(slug(x))` is `slug(x)`.
 */
export function slug(text: string): string {
  const folded = fold(text);
  const words = folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  const name = words ? words.join("-") : `u${hexPoints(folded)}`;
  return bound(reserved.test(name) ? `${name}-1` : name);
}

/** NFKC in lower case without invisible characters (joiners, fillers, variation selectors). */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{DI}/gu, "")
    .toLowerCase()
    .normalize("NFKC")
    .trim();
}

function hexPoints(text: string): string {
  return Array.from(text, (character) => Number(character.codePointAt(0)).toString(16)).join("-");
}

function bound(name: string): string {
  const points = Array.from(name);
  if (points.length <= maxLength) return name;
  const hash = fnv1a(name);
  const head = points.slice(0, maxLength - hash.length - 1).join("");
  return `${head.replace(/-$/, "")}-${hash}`;
}

/** 32-bit FNV-1a over UTF-16 units, eight hexadecimal digits: enough to tell a site's titles apart. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
