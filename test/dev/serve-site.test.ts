import { join } from "node:path";
import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { outputOf } from "../../src/dev/lookup.ts";
import { serveSite } from "../../src/dev/serve-site.ts";
import { useError } from "../../src/host/use-error.ts";
import { put, tempFolder } from "../host/temp-folder.ts";
import { get } from "./raw-request.ts";

const live = { script: "", edit: () => {} };
const explain = (error: unknown) => ({ text: String(error) });

it("serves the last good build, and builds again on a change", async () => {
  const folder = tempFolder({ "a.md": "one" });
  const failures: unknown[] = [];
  const site = await serveSite(
    { port: 0, live, watched: [folder] },
    {
      async build() {
        const text = readFileSync(join(folder, "a.md"), "utf8");
        if (text === "broken") throw useError("a.md is broken");
        return { output: outputOf(new Map([["index.html", `<body>${text}</body>`]]), "/"), problems: [] };
      },
      onServed: () => {},
      onFailed: (error) => void failures.push(error),
      explain,
    },
  );
  try {
    const port = Number(new URL(site.origin).port);
    const page = async () => (await get(port, "/")).body;
    expect(await page()).toContain("<body>one<script");
    put(folder, "a.md", "two");
    await vi.waitFor(async () => expect(await page()).toContain("two"), 3000);
    put(folder, "a.md", "broken");
    await vi.waitFor(() => expect(failures).not.toEqual([]), 3000);
    expect(await page()).toContain("two");
    put(folder, "a.md", "three");
    await vi.waitFor(async () => expect(await page()).toContain("three"), 3000);
  } finally {
    await site.close();
  }
});

it("throws what the first build throws", async () => {
  const build = () => Promise.reject(useError("no posts"));
  const deps = { build, onServed: () => {}, onFailed: () => {}, explain };
  await expect(serveSite({ port: 0, live, watched: [] }, deps)).rejects.toThrow("no posts");
});
