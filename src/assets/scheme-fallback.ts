const pair = /(--[\w-]+):\s*light-dark\(([^,()]*(?:\([^()]*\))?[^,()]*),\s*([^;]*)\);/g;

/**
 * The colours of a stylesheet for browsers before 2024, which do not know `light-dark()`: every property that is a pair
 * is said again for light, for dark by the system, and for dark by choice.
 *
 * @returns rules for the end of the stylesheet; nothing if there is no pair
 */
export function schemeFallback(css: string): string {
  const pairs = [...css.matchAll(pair)];
  if (pairs.length === 0) return "";
  const light = pairs.map(([, name, value]) => `${name}:${value}`).join(";");
  const dark = pairs.map(([, name, , value]) => `${name}:${value}`).join(";");
  return `@supports not (color:light-dark(#000,#fff)){:root{${light}}:root[data-theme="dark"]{${dark}}@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${dark}}}}`;
}
