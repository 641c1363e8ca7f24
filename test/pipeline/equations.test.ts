import { describe, expect, it } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import { filesMemory } from "../../src/host/files-memory.ts";
import { sha256 } from "../../src/host/hash.ts";
import { poolInline } from "../../src/host/pool-inline.ts";
import { storeMemory } from "../../src/host/store-memory.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { compile } from "../../src/pipeline/compile.ts";
import { read } from "../../src/read/read.ts";
import { wordsOf } from "../../templates/strings.ts";
import { makeJobs } from "../../src/pipeline/make-jobs.ts";

const config = configSchema.parse({});
const page = (props: { readonly body?: string }) => props.body ?? "";
const silent = { stage: () => undefined, post: () => undefined, page: () => undefined };

/** Builds posts, name → front matter and text, and gives their bodies and the diagnostics about equations. */
async function build(posts: Readonly<Record<string, readonly [matter: string, text: string]>>) {
  const files = Object.entries(posts).map(([name, [matter, text]]) => {
    const whole = `---\nid: ${name}\ntitle: ${name}\ndate: 2020-01-01\n${matter}\n---\n${text}`;
    return [`${name}.md`, whole] as const;
  });
  const { sources } = (await read(filesMemory(Object.fromEntries(files)), sha256)).value;
  const bodies: Record<string, string> = {};
  const theme = new Proxy(
    {},
    {
      get: (_target, kind) => (props: { readonly body?: string; readonly post?: { readonly titleText: string } }) => {
        if (kind === "names") return wordsOf("en");
        if (kind === "post" && props.post) bodies[props.post.titleText] = page(props);
        return null;
      },
    },
  );
  const jobs = makeJobs({
    options: parseOptions(config),
    tex: texKatex,
    katexCss: "",
    images: { size: () => "unknown" },
    theme: theme as never,
    store: storeMemory(),
    comments: storeMemory(),
    bodies: storeMemory(),
    records: storeMemory(),
    themeVersion: "",
    version: "",
    hash: sha256,
    now: () => 0,
  });
  const input = {
    config,
    assets: async () => ({ styles: [], fonts: {}, scripts: [] }),
    copies: [],
    drafts: false,
    data: { readers: [], comments: [], redirects: [] },
    progress: silent,
    hash: sha256,
  };
  const diagnostics: string[] = [];
  for await (const outcome of compile(sources, input, poolInline(jobs))) {
    for (const { code, file, message, hint, related } of outcome.diagnostics) {
      if (!/^math\/undefined|command-elsewhere|^post\/equations|^link/.test(code)) continue;
      const more = (related ?? []).map((one) => `; ${one.file} ${one.message}`).join("");
      diagnostics.push(`${file} ${code} ${message}${more}${hint === undefined ? "" : ` → ${hint}`}`);
    }
  }
  return { bodies, diagnostics };
}

const equation = (label: string) => `\\begin{equation}a\\label{${label}}\\end{equation}`;
const numbersIn = (body = "") => [...body.matchAll(/aria-label="公式 \((\d+)\)"/g)].map(([, number]) => Number(number));

describe("references to other posts", () => {
  it("get number and address when the page is printed", async () => {
    const { bodies, diagnostics } = await build({
      one: ["", `${equation("x")}\n\n$$b\\tag{$\\star$}\\label{y}$$`],
      two: ["", "\\eqref{one#x} \\ref{one#y} $c\\eqref{one#x}$ [](/archives/one#eq:x) [](/archives/one#eq:y)"],
    });
    expect(diagnostics).toEqual([]);
    const { two = "" } = bodies;
    expect(two).toContain('<a class="eqref ref" href="/archives/one/#eq:x" data-tex="\\eqref{one#x}">(1)</a>');
    expect(two).toMatch(/<a class="eqref ref" href="\/archives\/one\/#eq:y" data-tex="[^"]*"><span class="katex">/);
    expect(two).toContain("<mtext>(1)</mtext>");
    expect(two).toContain('<a tabindex="-1" href="/archives/one/#eq:x"><span class="mord text"><span class="mord">(1)');
    expect(two).toContain('<a href="/archives/one/#eq%3Ax">(1)</a>');
    expect(two).toMatch(/<a href="\/archives\/one\/#eq%3Ay">\(<span class="katex">/);
  });

  it("that find nothing are shown as such, and reported with the nearest names", async () => {
    const { bodies, diagnostics } = await build({
      one: ["", equation("eq:loss")],
      two: [
        "",
        "\\eqref{one#eq:lost} \\eqref{ome#eq:loss} \\eqref{absent#eq:loss} $a\\ref{one#nothing}$ [](/archives/one) [](/archives/one#no)",
      ],
    });
    expect(diagnostics).toEqual([
      "two.md link/undefined-fragment “/archives/one#no”: the post has no place “#no”",
      "two.md math/undefined-reference no formula of post “one” is labelled “eq:lost” → did you mean “eq:loss”?",
      "two.md math/undefined-reference there is no post “ome” → did you mean “one”?",
      "two.md math/undefined-reference there is no post “absent”",
      "two.md math/undefined-reference no formula of post “one” is labelled “nothing”",
    ]);
    expect(bodies["two"]).toContain('<span class="eqref-missing" data-tex="\\eqref{one#eq:lost}">(??)</span>');
    expect(bodies["two"]).toContain('<a tabindex="-1" class="eqref-missing">');
  });

  it("are not looked for by a bare label, but the posts that have it are named", async () => {
    const { diagnostics } = await build({
      one: ["", equation("eq:base")],
      two: ["", equation("eq:bass")],
      three: ["", "\\eqref{eq:base}"],
      four: ["", `\\eqref{eq:bas} ${equation("eq:base")}`],
    });
    expect(diagnostics).toEqual([
      "four.md math/undefined-reference no numbered formula of the post is labelled “eq:bas” → did you mean “eq:base”?",
      "three.md math/undefined-reference no numbered formula of the post is labelled “eq:base”; four.md has a label “eq:base”; one.md has a label “eq:base” → for the one of four.md write \\eqref{four#eq:base}",
    ]);
  });
});

describe("equations that continue those of another post", () => {
  it("follow its last number, through a chain in any order", async () => {
    const { bodies, diagnostics } = await build({
      c: ["equations: {continue: b}", equation("x")],
      a: ["equations: {start: 5}", `${equation("x")}\n\n${equation("y")}`],
      b: ["equations: {continue: a, start: 7}", equation("x")],
      d: ["equations: {continue: c}", `$\\setCounter{20}$ ${equation("x")}`],
    });
    expect(diagnostics).toEqual([]);
    expect(["a", "b", "c", "d"].map((name) => numbersIn(bodies[name]))).toEqual([[5, 6], [7], [8], [21]]);
  });

  it("count by themselves if the other post is missing or continues them", async () => {
    const { bodies, diagnostics } = await build({
      one: ["equations: {continue: two}", equation("x")],
      two: ["equations: {continue: one}", equation("x")],
      three: ["equations: {continue: thre}", equation("x")],
      four: ["equations: {continue: absent}", equation("x")],
      five: ["equations: {continue: one}", equation("x")],
      six: ["equations: {continue: four, start: 9}", equation("x")],
    });
    expect(diagnostics).toEqual([
      "four.md post/equations there is no post “absent” whose equations could be continued",
      "one.md post/equations the equations continue those of “two”, which continue these → let one of the posts start by itself",
      "three.md post/equations there is no post “thre” whose equations could be continued → did you mean “three”?",
      "two.md post/equations the equations continue those of “one”, which continue these → let one of the posts start by itself",
      "six.md post/equations the equations start at 9, but “four” ends with 1 → leave start out",
    ]);
    expect(numbersIn(bodies["five"])).toEqual([2]);
    expect(numbersIn(bodies["six"])).toEqual([2]);
  });
});

describe("macros of a series", () => {
  it("are not shared, but named where a part lacks them", async () => {
    const part = (title: string) => `series: 漫谈\npart: ${title}`;
    const { diagnostics } = await build({
      one: [part("1"), "$\\newcommand{\\msign}{m}\\msign$ $\\other$"],
      two: [part("2"), "$\\msign$ $\\newcommand{\\later}{l}$"],
      three: ["", "$\\msign$"],
      four: [part("4"), "$\\later$ $\\newcommand{\\later}{l}$"],
    });
    expect(diagnostics.map((line) => line.replace(/ →.*/, ""))).toEqual([
      "two.md math/command-elsewhere \\msign is defined in “one”, a post of the same series",
    ]);
  });
});
