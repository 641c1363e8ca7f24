import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModule } from "../../src/host/load-module.ts";
import { isUseError } from "../../src/host/use-error.ts";
import { tempFolder } from "./temp-folder.ts";

it("loads TypeScript with what it imports, once for the same content", async () => {
  const folder = tempFolder({
    "site.config.ts": `import { name } from "./name.ts"; export default { title: name as string };`,
    "name.ts": `export const name: string = "算经";`,
  });
  const source = join(folder, "site.config.ts");
  const first = await loadModule(source, join(folder, "work"));
  expect(first.value).toMatchObject({ default: { title: "算经" } });
  const second = await loadModule(source, join(folder, "work"));
  expect(second.file).toBe(first.file);
  expect(second.value).toBe(first.value);
  expect(readdirSync(join(folder, "work", "modules"))).toHaveLength(1);
});

it("loads a changed source anew", async () => {
  const folder = tempFolder({ "a.ts": "export default 1" });
  const first = await loadModule(join(folder, "a.ts"), folder);
  writeFileSync(join(folder, "a.ts"), "export default 2");
  const second = await loadModule(join(folder, "a.ts"), folder);
  expect([first.value, second.value]).toMatchObject([{ default: 1 }, { default: 2 }]);
});

it("names file, line and column of every fault, columns in UTF-16 units", async () => {
  const folder = tempFolder({ "a.ts": `import "./gone.ts";\nexport default { 题目: "标题" oops };\n` });
  const error: unknown = await loadModule(join(folder, "a.ts"), folder).catch((thrown: unknown) => thrown);
  expect(isUseError(error) && error.message).toMatch(/a\.ts:2:27: Expected "}" but found "oops"\n {2}export default/);
});

it("says what a module threw", async () => {
  const folder = tempFolder({ "site.config.ts": `throw new RangeError("too much");` });
  await expect(loadModule(join(folder, "site.config.ts"), folder)).rejects.toThrow(
    "site.config.ts cannot be loaded: RangeError: too much",
  );
});
