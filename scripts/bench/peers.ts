import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A generator to compare with. */
export interface Peer {
  readonly name: string;
  readonly folder: string;
  /** Program and arguments for Node. */
  readonly args: readonly string[];
  /** Codes with which a build ends that has written its pages; ours reports faults of the content by 1. Default: 0. */
  readonly endsWith?: readonly number[];
  /** What is removed for a cold build. */
  readonly outputs: readonly string[];
}

const packages = {
  "@11ty/eleventy": "3.1.8",
  "@vscode/markdown-it-katex": "1.1.2",
  "markdown-it": "15.0.3",
  // The last one for Node 20, which all of them run on here.
  astro: "5.18.2",
  "rehype-katex": "7.0.1",
  "remark-math": "6.0.0",
};

const eleventyConfig = `
import markdownIt from "markdown-it";
import katex from "@vscode/markdown-it-katex";
export default function (config) {
  config.setLibrary("md", markdownIt({ html: true }).use(katex.default ?? katex, { throwOnError: false, strict: "ignore" }));
  return { markdownTemplateEngine: false, dir: { input: "src", output: "_site" } };
}
`;

const astroConfig = `
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
export default { markdown: { remarkPlugins: [remarkMath], rehypePlugins: [[rehypeKatex, { strict: "ignore" }]], syntaxHighlight: false } };
`;

const page = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><article>{{ content | safe }}</article></body></html>`;
const astroLayout = `---\nconst { title } = Astro.props.frontmatter;\n---\n<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head><body><article><slot /></article></body></html>\n`;

/** Installs the generators into a folder and gives each the posts in the form that it reads. */
export function installPeers(folder: string, content: string): readonly Peer[] {
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("package.json", JSON.stringify({ private: true, type: "module", dependencies: packages }));
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`npm install failed:\n${stderr}`);
  write("eleventy.config.js", eleventyConfig);
  write("src/_includes/post.njk", page);
  write("astro/astro.config.mjs", astroConfig);
  write("astro/src/layouts/Post.astro", astroLayout);
  write("astro/package.json", JSON.stringify({ private: true, type: "module" }));
  for (const name of readdirSync(content).filter((one) => one.endsWith(".md"))) {
    const text = readFileSync(join(content, name), "utf8");
    write(`src/${name}`, normalise(text, "post.njk"));
    write(`astro/src/pages/${name}`, normalise(text, "../layouts/Post.astro"));
  }
  const bin = (path: string) => join(folder, "node_modules", path);
  return [
    { name: "Eleventy", folder, args: [bin("@11ty/eleventy/cmd.cjs"), "--quiet"], outputs: ["_site"] },
    {
      name: "Astro",
      folder: join(folder, "astro"),
      args: [bin("astro/astro.js"), "build"],
      outputs: ["dist", ".astro"],
    },
  ];
}

const environments =
  /^(\\begin\{(equation|align|gather|aligned|eqnarray|multline|split)\*?\}[^]*?\\end\{\2\*?\})[ \t]*$/gm;

/** The form that every generator reads: environments stand between `$$`, front matter is a title and a layout. */
export function normalise(text: string, layout: string): string {
  const front = /^---\n([^]*?)\n---\n/.exec(text);
  const title = /^title:.*$/m.exec(front?.[1] ?? "")?.[0] ?? "title: Post";
  const body = text.slice(front?.[0].length ?? 0).replace(environments, (_all, tex: string) => `\n$$\n${tex}\n$$\n`);
  return `---\n${title}\nlayout: ${layout}\n---\n${body}`;
}
