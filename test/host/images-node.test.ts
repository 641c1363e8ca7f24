import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { imagesMemory } from "../../src/host/images-memory.ts";
import { imagesNode } from "../../src/host/images-node.ts";
import { tempFolder } from "./temp-folder.ts";

const svg = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`;

it("reads sizes, the first folder first", () => {
  const folder = tempFolder({
    "public/a.svg": svg(1),
    "content/a.svg": svg(2),
    "content/posts/b.svg": svg(3),
    "content/notes.png": "no picture",
    "content/empty.png": "",
  });
  const images = imagesNode([join(folder, "public"), join(folder, "content")]);
  expect(images.size("a.svg")).toEqual({ width: 1, height: 10 });
  expect(images.size("posts/b.svg")).toEqual({ width: 3, height: 10 });
  expect(images.size("notes.png")).toBe("unknown");
  expect(images.size("empty.png")).toBe("unknown");
  expect(images.size("missing.png")).toBeUndefined();
  expect(images.size("posts")).toBeUndefined();
});

it("looks below a prefix", () => {
  const folder = tempFolder({ "a.svg": svg(1) });
  const images = imagesNode([{ prefix: "posts/", folder }]);
  expect(images.size("posts/a.svg")).toEqual({ width: 1, height: 10 });
  expect(images.size("a.svg")).toBeUndefined();
});

it("does not tell what there is outside", () => {
  const folder = tempFolder({ "secret.svg": svg(1), "content/a.svg": svg(1) });
  symlinkSync(join(folder, "secret.svg"), join(folder, "content", "link.svg"));
  const images = imagesNode([join(folder, "content")]);
  for (const path of ["../secret.svg", "/etc/passwd", "x/../../secret.svg", "link.svg", "a.svg\0", ""])
    expect(images.size(path), path).toBeUndefined();
});

it("can be a map", () => {
  const images = imagesMemory({ "a.png": { width: 1, height: 2 }, "b.png": "unknown" });
  expect([images.size("a.png"), images.size("b.png"), images.size("constructor")]).toEqual([
    { width: 1, height: 2 },
    "unknown",
    undefined,
  ]);
});
