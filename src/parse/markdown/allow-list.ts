import type { Schema } from "hast-util-sanitize";

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Elements that raw HTML of a post may use. */
export const allowedElements: ReadonlySet<string> = new Set(
  names(`
    a abbr b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em
    figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small
    span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`),
);

/** Elements of HTML that are never let through; their text stays, except that of scripts and styles. */
export const knownElements: ReadonlySet<string> = new Set(
  names(`
    address applet area article aside audio base basefont body button canvas data datalist dialog dir embed
    fieldset footer form frame frameset head header hgroup html iframe input label legend link main map marquee
    math menu meta meter nav noframes noscript object optgroup option output param picture plaintext progress
    script search select slot source style svg template textarea title track video xmp`),
);

/**
 * The closed list that the whole body of a post passes, Markdown's own elements included. Addresses are
 * `http`, `https`, `mailto` or relative; no event attributes, no `style`; classes only where listed.
 */
export const schema: Schema = {
  tagNames: [...allowedElements, "input", "x-formula", "x-ref", "x-more"],
  strip: [
    "script",
    "style",
    "template",
    "iframe",
    "object",
    "embed",
    "noscript",
    "title",
    "textarea",
    "select",
    "svg",
    "math",
  ],
  clobber: [],
  clobberPrefix: "",
  allowComments: false,
  allowDoctypes: false,
  ancestors: {},
  required: { input: { disabled: true, type: "checkbox" } },
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"], cite: ["http", "https"] },
  attributes: {
    "*": ["id", "title", "lang", "dir", "align", ["className", "dots", "contains-task-list", "task-list-item"]],
    a: [
      "href",
      "ariaDescribedBy",
      "ariaLabel",
      "dataFootnoteBackref",
      "dataFootnoteRef",
      "rel",
      ["className", "data-footnote-backref"],
    ],
    blockquote: ["cite"],
    code: [["className", /^language-[\w+#.-]+$/, "math-inline", "math-display"]],
    col: ["span"],
    colgroup: ["span"],
    details: ["open"],
    div: [["className", "math-display", "math"]],
    font: ["color"],
    h2: [["className", "sr-only"]],
    img: ["src", "alt", "width", "height"],
    input: [["disabled", true], ["type", "checkbox"], "checked"],
    li: ["value"],
    ol: ["start", "reversed", "type"],
    p: [["className", "continues", "continued"]],
    q: ["cite"],
    section: ["dataFootnotes", ["className", "footnotes"]],
    span: [["className", "math-inline", "math-display", "math", "m", "m-l", "m-r", "ref"]],
    td: ["colSpan", "rowSpan"],
    th: ["colSpan", "rowSpan", "scope"],
    time: ["dateTime"],
    "x-formula": ["n"],
    "x-ref": ["n"],
  },
};
