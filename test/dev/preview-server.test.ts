import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { OutPath } from "../../src/model/brand.ts";
import { servePreview } from "../../src/dev/preview-server.ts";
import { openOutput } from "../../src/host/output-tree.ts";
import { put, tempFolder } from "../host/temp-folder.ts";
import { get } from "./raw-request.ts";

async function build(folder: string, text: string): Promise<void> {
  const tree = await openOutput(folder);
  await tree.write({ path: "index.html" as OutPath, body: `<body>${text}</body>` });
  await tree.write({ path: "404.html" as OutPath, body: "none" });
  await tree.commit();
}

describe("a preview", () => {
  it("serves what was built and nothing else in the folder, and what is built later", async () => {
    const folder = join(tempFolder(), "dist");
    await build(folder, "one");
    put(folder, "notes.txt", "mine");
    const server = await servePreview(folder, { port: 0, base: "/blog/", lookMs: 20 });
    try {
      expect(await get(server.port, "/blog/")).toMatchObject({ status: 200, body: "<body>one</body>" });
      for (const path of ["/blog/notes.txt", "/blog/.suanjing.json"])
        expect(await get(server.port, path)).toMatchObject({ status: 404, body: "none" });
      await build(folder, "two");
      await vi.waitFor(async () => expect((await get(server.port, "/blog/")).body).toBe("<body>two</body>"), 3000);
    } finally {
      await server.close();
    }
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["is missing", {}],
    ["has no manifest", { "dist/index.html": "x" }],
    ["has a broken manifest", { "dist/.suanjing.json": "{" }],
    ["has a manifest that leads outside", { "dist/.suanjing.json": '{"../secret.txt": {"size": 1, "sha256": ""}}' }],
  ])("refuses a folder that %s", async (_name, files) => {
    await expect(servePreview(join(tempFolder(files), "dist"), { port: 0, base: "/" })).rejects.toThrow(
      "holds no built site",
    );
  });
});
