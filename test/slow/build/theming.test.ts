import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { copySample, run, type SampleSite } from "../../support/command.ts";

const manual = readFileSync(new URL("../../../docs/theming.md", import.meta.url), "utf8");

let site: SampleSite;
beforeAll(() => void (site = copySample(inject("kept"))));
afterAll(() => site.remove());

/** Does one block of the manual: writes a whole file, or changes lines of one. */
function apply(kind: string, path: string, block: string): void {
  const file = join(site.folder, path);
  if (kind !== "diff") return writeFileSync(file, block);
  const lines = (sign: string) =>
    block
      .split("\n")
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join("\n");
  const before = readFileSync(file, "utf8");
  expect(before.split(lines("-")), `${path} has ${lines("-")} once`).toHaveLength(2);
  writeFileSync(
    file,
    before.replace(lines("-"), () => lines("+")),
  );
}

it("every change of the manual of themes can be made, one after the other, and the site still builds", () => {
  const blocks = [...manual.matchAll(/^```(diff|tsx|css) (\S+)\n([^]*?)^```$/gm)];
  expect(blocks.length).toBeGreaterThan(10);
  for (const [, kind = "", path = "", block = ""] of blocks) apply(kind, path, block);
  expect(run(site, ["build", "--strict"])).toMatchObject({ status: 0 });
  const page = readFileSync(join(site.folder, "dist/archives/rope-18/index.html"), "utf8");
  expect(page).toContain("勘误请写信到");
  expect(page).toContain("摘要");
  expect(page).not.toContain("相关文章");
});
