/** Pages of posts, from which hits are shown as they stand there; each is loaded once. */
export type LoadBody = (href: string) => Promise<Element>;

/** Pages that are kept; a page of many formulas is large in memory. */
const maxPages = 40;

export function openPages(): LoadBody {
  const bodies = new Map<string, Promise<Element>>();
  return (href) => {
    const body = bodies.get(href) ?? load(href);
    bodies.delete(href);
    bodies.set(href, body);
    body.catch(() => bodies.delete(href));
    const [oldest] = bodies.keys();
    if (bodies.size > maxPages && oldest !== undefined) bodies.delete(oldest);
    return body;
  };
}

async function load(href: string): Promise<Element> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${response.status} ${href}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector(".prose") ?? page.body;
}

/** The heading above an element of a body. */
export function headingAbove(element: Element, body: Element): Element | undefined {
  const headings = Array.from(body.querySelectorAll("h2, h3, h4"));
  return headings.reverse().find((heading) => {
    const place = heading.compareDocumentPosition(element);
    return (
      (place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !== 0 || heading === element
    );
  });
}

/** The same without what belongs to its own page: identifiers, links, stops for the keyboard. */
export function bare(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  for (const one of [copy, ...Array.from(copy.querySelectorAll("*"))]) {
    for (const name of ["id", "tabindex", "href"]) one.removeAttribute(name);
  }
  return copy;
}
