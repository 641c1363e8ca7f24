import { beforeEach, describe, expect, it } from "vitest";
import { push } from "../../src/commands/push.ts";
import { printManifest } from "../../src/host/manifest.ts";
import { put, tempFolder } from "../host/temp-folder.ts";

const key = "0123456789abcdef";
let root = "";
let said: string[] = [];
let sent: { readonly url: string; readonly body: string }[] = [];
let answer = () => new Response("{}", { status: 200 });

beforeEach(() => {
  root = tempFolder({ "site.config.ts": 'export default { baseUrl: "https://site.example", base: "/blog/" };' });
  said = [];
  sent = [];
  answer = () => new Response("{}", { status: 200 });
  built({ "archives/1/": "a", "archives/中/": "b" });
});

/** Writes the manifest of a site with these posts. */
function built(posts: Readonly<Record<string, string>>, more: readonly string[] = [`${key}.txt`]): void {
  const entry = (sha256: string) => ({ size: 1, sha256 });
  const pages = Object.entries(posts).flatMap(([path, text]) => [
    [`${path}index.html`, entry(`page ${Math.random()}`)] as const,
    [`${path}index.md`, entry(text)] as const,
  ]);
  put(
    root,
    "dist/.suanjing.json",
    printManifest(new Map([...pages, ...more.map((path) => [path, entry("")] as const)])),
  );
}

const io = {
  out: (text: string) => void said.push(text),
  error: (text: string) => void said.push(text),
  isInteractive: false,
};
const run = (env: Readonly<Record<string, string>>, args: readonly string[] = []) =>
  push(root, args, io, {
    env,
    send: async (url, { body }) => {
      sent.push({ url, body });
      return answer();
    },
  });
const all = ["https://site.example/blog/archives/1/", "https://site.example/blog/archives/%E4%B8%AD/"];

describe("suanjing push", () => {
  it("tells IndexNow of every post once, then only of those whose text has changed", async () => {
    expect(await run({ INDEXNOW_KEY: key })).toBe(0);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      host: "site.example",
      key,
      keyLocation: `https://site.example/blog/${key}.txt`,
      urlList: all,
    });
    await run({ INDEXNOW_KEY: key });
    expect(sent).toHaveLength(1);
    built({ "archives/1/": "a", "archives/中/": "changed" });
    await run({ INDEXNOW_KEY: key });
    expect(JSON.parse(sent[1]?.body ?? "")).toMatchObject({ urlList: [all[1]] });
    expect(said).toEqual(["IndexNow: told of 2 posts", "IndexNow: told of 0 posts", "IndexNow: told of 1 post"]);
  });

  it("tells Baidu in its form, and again what it did not take, without printing the token", async () => {
    answer = () => Response.json({ error: 401, message: "token secret is not valid" }, { status: 401 });
    expect(await run({ BAIDU_TOKEN: "secret" })).toBe(1);
    expect(sent).toEqual([
      { url: "http://data.zz.baidu.com/urls?site=https%3A%2F%2Fsite.example&token=secret", body: all.join("\n") },
    ]);
    expect(said).toEqual(["Baidu did not take 2 posts: token … is not valid", "Baidu: told of 0 posts"]);
    answer = () => new Response("{}", { status: 200 });
    expect(await run({ BAIDU_TOKEN: "secret" })).toBe(0);
    expect(said.at(-1)).toBe("Baidu: told of 2 posts");
  });

  it("sends nothing with --dry-run, without a token, or before the key of IndexNow is on the site", async () => {
    expect(await run({ BAIDU_TOKEN: "secret" }, ["--dry-run"])).toBe(0);
    expect(said).toEqual([["Baidu: 2 posts", ...all].join("\n")]);
    await expect(run({})).rejects.toThrow("there is no key or token in the environment");
    built({}, []);
    await expect(run({ INDEXNOW_KEY: key })).rejects.toThrow("the site has no file with the key");
    expect(sent).toEqual([]);
  });
});
