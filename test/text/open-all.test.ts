import { expect, it } from "vitest";
import { filesMemory } from "../../src/host/files-memory.ts";
import { sha256 } from "../../src/host/hash.ts";
import { read } from "../../src/read/read.ts";
import { openAll } from "../../src/text/open-all.ts";

it("posts are opened in their order, and what is no text is left out", async () => {
  const files = filesMemory({ "a.md": "甲", "b.md": new Uint8Array([0xd6, 0xd0]), "c.md": "丙" });
  const { sources } = (await read(files, sha256)).value;
  expect([...openAll(sources)].map(({ path, text }) => [path, text])).toEqual([
    ["a.md", "甲"],
    ["c.md", "丙"],
  ]);
});
