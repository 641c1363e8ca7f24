/** Elements that hold blocks, if they hold nothing else. */
const blocks: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main " +
    "nav ol p pre section summary table ul"
  ).split(" "),
);

/** An element in two sources. */
export interface Change {
  readonly before: Element;
  readonly after: Element;
}

export type ToPage = (block: Element) => Element;

/**
 * Changes an element of the page, which was made from one source, into what another source says. Blocks that both have at
 * the beginning or at the end stay untouched; those between are compared one by one, or replaced together.
 *
 * @param toPage a block of the source as it belongs on the page
 * @returns false if the page does not have a block that must be changed: a script has put something else in its place
 */
export function changeBlocks(live: Element, { before, after }: Change, toPage: ToPage): boolean {
  changeAttributes(live, before, after);
  const [old, next] = [Array.from(before.children), Array.from(after.children)];
  const shortest = Math.min(old.length, next.length);
  let start = 0;
  while (start < shortest && isSame(old[start], next[start])) start += 1;
  let end = 0;
  while (end < shortest - start && isSame(old.at(-1 - end), next.at(-1 - end))) end += 1;
  const places = placesOf(live, old);
  const [gone, come] = [old.slice(start, old.length - end), next.slice(start, next.length - end)];
  const standing = places.slice(start, old.length - end);
  if (gone.length === come.length)
    return gone.every((one, index) =>
      changeBlock(standing[index], { before: one, after: come[index] as Element }, toPage),
    );
  const anchor = end > 0 ? places.at(-end) : null;
  if (standing.includes(undefined) || anchor === undefined) return false;
  for (const one of come) live.insertBefore(toPage(one), standing[0] ?? anchor);
  for (const one of standing) one?.remove();
  return true;
}

function changeBlock(live: Element | undefined, { before, after }: Change, toPage: ToPage): boolean {
  if (before.isEqualNode(after)) return true;
  if (!live) return false;
  if (before.localName === after.localName && holdsBlocks(before) && holdsBlocks(after))
    return changeBlocks(live, { before, after }, toPage);
  live.replaceWith(toPage(after));
  return true;
}

function isSame(a: Element | undefined, b: Element | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b);
}

function holdsBlocks(element: Element): boolean {
  return (
    element.children.length > 0 &&
    Array.from(element.childNodes).every((node) =>
      node instanceof Element ? blocks.has(node.localName) : node.nodeType !== Node.TEXT_NODE || isSpace(node),
    )
  );
}

function isSpace({ textContent }: Node): boolean {
  return (textContent ?? "").trim() === "";
}

/** Where the children of a source stand on the page, among what scripts have added. */
function placesOf(live: Element, children: readonly Element[]): readonly (Element | undefined)[] {
  const left = Array.from(live.children);
  return children.map((child) => {
    const at = left.findIndex((one) => isMadeFrom(one, child));
    return at < 0 ? undefined : left.splice(0, at + 1).at(-1);
  });
}

function isMadeFrom(live: Element, source: Element): boolean {
  return (
    live.localName === source.localName &&
    live.id === source.id &&
    live.getAttribute("class") === source.getAttribute("class")
  );
}

function changeAttributes(live: Element, before: Element, after: Element): void {
  for (const { name } of Array.from(before.attributes)) if (!after.hasAttribute(name)) live.removeAttribute(name);
  for (const { name, value } of Array.from(after.attributes))
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
}
