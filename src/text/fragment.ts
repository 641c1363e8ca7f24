/** The fragment of an address that leads to an identifier; hanzi stay, `%` must not look like an escape. */
export function fragmentOf(id: string): string {
  return `#${id.replaceAll("%", "%25")}`;
}
