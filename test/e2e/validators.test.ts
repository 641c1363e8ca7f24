import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { transform } from "esbuild";
import { HtmlValidate } from "html-validate";
import { SaxesParser } from "saxes";
import { describe, expect, inject, it } from "vitest";
import { pages } from "./visit.ts";

const folder = inject("folder");

function fileOf(path: string): string {
  return join(folder, path.endsWith("/") ? `${path}index.html` : path);
}

/** Paths of all files of the site with an ending. */
function filesWith(ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(ending));
}

// The rules of the HTML standard, without those about taste. It lets a link have a name, of which headings need one for
// old addresses: no identifier may hold a blank.
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
  elements: ["html5", { a: { attributes: { name: { deprecated: false } } } }],
});

it.each(filesWith(".html"))("%s is what the HTML standard allows (html-validate)", async (path) => {
  const { results } = await validator.validateString(readFileSync(join(folder, path), "utf8"));
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => [ruleId, line, message])),
  ).toEqual([]);
});

const java = process.env["JAVA_PATH"] ?? "java";
const hasJava = spawnSync(java, ["-version"]).status === 0;
if (!hasJava)
  console.warn("\nNO JAVA: pages are not checked by the Nu HTML checker. npm test installs Java when it may.\n");

interface NuMessage {
  readonly type: string;
  readonly url: string;
  readonly lastLine: number;
  readonly message: string;
  readonly extract?: string;
}

describe.skipIf(!hasJava)(`the Nu HTML checker${hasJava ? "" : " (SKIPPED: no Java)"}`, () => {
  it("finds no error on a page of any kind", () => {
    const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
    // One run is too short to be worth what Java compiles for long ones.
    const flags = ["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
    const args = ["-jar", jar, "--format", "json", "--stdout", ...Object.values(pages).map(fileOf)];
    const { stdout } = spawnSync(java, [...flags, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
    const { messages } = JSON.parse(stdout) as { readonly messages: readonly NuMessage[] };
    expect(
      messages
        .filter(({ type }) => type !== "info")
        .map(({ url, lastLine, message, extract }) => `${url}:${lastLine} ${message} ${extract ?? ""}`),
    ).toEqual([]);
  }, 300_000);
});

it.each(filesWith(".css"))("%s has no mistake that esbuild finds", async (path) => {
  const { warnings } = await transform(readFileSync(join(folder, path), "utf8"), { loader: "css" });
  expect(warnings.map(({ text, location }) => `${location?.line} ${text}`)).toEqual([]);
});

it.each(filesWith(".xml"))("%s is well-formed", (path) => {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(readFileSync(join(folder, path), "utf8")).close();
});

it.each(filesWith(".json").concat(filesWith(".webmanifest")))("%s is JSON", (path) => {
  expect(JSON.parse(readFileSync(join(folder, path), "utf8"))).toBeTypeOf("object");
});

it("every page that has data for search engines says what it is about", () => {
  const found = filesWith(".html").flatMap((path) => {
    const script = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(
      readFileSync(join(folder, path), "utf8"),
    )?.[1];
    return script === undefined ? [] : [JSON.parse(script) as Record<string, unknown>];
  });
  expect(found.length).toBeGreaterThan(10);
  for (const one of found) expect(one).toMatchObject({ "@context": "https://schema.org", "@type": expect.any(String) });
});
