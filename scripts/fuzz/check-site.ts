import { fromHtml } from "hast-util-from-html";
import { SaxesParser } from "saxes";
import { visit } from "unist-util-visit";
import { configSchema, type UserConfig } from "../../src/config/schema.ts";
import { validateConfig } from "../../src/config/validate.ts";
import { buildSite } from "../../test/support/site.ts";
import type { FuzzSite } from "./sites.ts";

/** Scripts of ours that stand in a page: data, and the one that sets the colour scheme. */
const ours = /^(?:try\{var s=localStorage\.scheme|\{|\[)/;
const addresses = ["href", "src", "action", "data", "srcDoc", "formAction", "poster", "xLinkHref"];

/** Builds the site; throws if anything is not as it has to be, whatever the author wrote. */
export async function checkSite({ files, config }: FuzzSite): Promise<void> {
  // Settings that are refused are reported, and the site is built with none.
  const settings = validateConfig(config).ok ? (config as UserConfig) : {};
  configSchema.parse(settings);
  const text = Object.entries(files).map(([path, body]) => `-- ${path} --\n${body}\n`);
  const built = await buildSite(text.join(""), { config: settings, drafts: true });
  for (const { code, span, file } of built.diagnostics) {
    if (code === "build/worker-crashed") throw new Error(`a post was lost: ${file}`);
    if (span && span.start.offset > span.end.offset) throw new Error(`${code} has a place that ends before it begins`);
  }
  for (const [path, body] of built.files) {
    if (path.endsWith(".html")) checkHtml(path, body);
    else if (/\.(?:xml|opf)$/.test(path)) checkXml(path, body);
    else if (/\.(?:json|webmanifest)$/.test(path)) JSON.parse(body);
    else if (/^_(?:redirects|headers)$/.test(path) && /[^\x20-\x7e\n]/.test(body))
      throw new Error(`${path} holds a character that is no ASCII`);
  }
}

/** Nothing of what an author wrote runs; no identifier of ours stands twice. */
function checkHtml(path: string, html: string): void {
  visit(fromHtml(html), "element", ({ tagName, properties, children }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) throw new Error(`${path}: <${tagName}> has ${name}`);
      if (addresses.includes(name) && /^[\s\p{Cc}]*(?:java|vb)script:/iu.test(String(value)))
        throw new Error(`${path}: <${tagName}> leads to ${String(value)}`);
    }
    if (/^(?:iframe|object|embed|base)$/.test(tagName)) throw new Error(`${path}: <${tagName}>`);
    const [first] = children;
    if (tagName === "script" && first?.type === "text" && !ours.test(first.value))
      throw new Error(`${path}: a script is not ours: ${first.value.slice(0, 80)}`);
  });
}

function checkXml(path: string, xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw new Error(`${path} is not well-formed: ${error.message}`);
  });
  parser.write(xml).close();
}
