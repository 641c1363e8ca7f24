import type { Element, ElementContent, Properties, Root, RootContent } from "hast";

/** Elements that comments may have, and which of their attributes. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  p: [],
  br: [],
  a: ["href"],
  code: ["className"],
  pre: [],
  em: [],
  strong: [],
  blockquote: [],
  ul: [],
  ol: ["start"],
  li: [],
  "x-formula": ["n"],
  "x-ref": ["n"],
};

/** The same under the names of HTML. */
const renamed: Readonly<Record<string, string>> = { b: "strong", i: "em" };
/** Blocks that become paragraphs, so that their texts do not run together. */
const paragraphs: ReadonlySet<string> = new Set("h1 h2 h3 h4 h5 h6 tr dt dd caption summary".split(" "));

/**
 * Keeps of a tree that has passed the list for posts what a comment may have. Blocks become paragraphs, pictures links;
 * of everything else only the text stays. What the program has made itself is kept: colours of code, formulas.
 * Links say that somebody else has written them.
 */
export function closeList(root: Root): Root {
  return { type: "root", children: root.children.flatMap((node) => closed(node, false)) };
}

function closed(node: RootContent, inLink: boolean): readonly ElementContent[] {
  if (node.type === "text") return [node];
  // The way back from a note of Markdown leads nowhere in a comment.
  if (node.type !== "element" || "dataFootnoteBackref" in node.properties) return [];
  if (isOurs(node)) return [node];
  const name = renamed[node.tagName] ?? node.tagName;
  if (name === "img") return [picture(node, inLink)];
  const children = node.children.flatMap((child) => closed(child, inLink || name === "a"));
  if (paragraphs.has(name)) return [{ type: "element", tagName: "p", properties: {}, children }];
  if (name === "td" || name === "th") return [...children, { type: "text", value: " " }];
  if (!Object.hasOwn(allowed, name) || "dataFootnoteRef" in node.properties) return children;
  return [{ ...node, tagName: name, properties: propertiesOf(name, node.properties), children }];
}

function propertiesOf(name: string, properties: Properties): Properties {
  const kept = Object.entries(properties).filter(([key]) => allowed[name]?.includes(key) === true);
  return { ...Object.fromEntries(kept), ...(name === "a" && { rel: [...foreign] }) };
}

const foreign = ["nofollow", "ugc", "noopener"] as const;

/** The wrapper of a formula in the line, a formula that rehype-katex has set, or a coloured word of code. */
function isOurs({ tagName, properties, children: [first] }: Element): boolean {
  const names = Array.isArray(properties["className"]) ? properties["className"].map(String) : [];
  if (names.some((one) => /^(?:katex|math-error$|hljs-)/.test(one))) return true;
  return tagName === "span" && first?.type === "element" && first.tagName === "x-formula";
}

function picture({ properties: { src, alt } }: Element, inLink: boolean): ElementContent {
  const text: ElementContent = { type: "text", value: String(alt ?? "") || String(src ?? "") };
  if (inLink || src === undefined) return text;
  return { type: "element", tagName: "a", properties: { href: src, rel: [...foreign] }, children: [text] };
}
