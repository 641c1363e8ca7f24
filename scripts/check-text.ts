// npm run check:text -- FOLDER: compares the text of every page with that of its source, outside of mathematics.
import { resolve } from "node:path";
import { filesNode } from "../src/host/files-node.ts";
import { sha256 } from "../src/host/hash.ts";
import { read } from "../src/read/read.ts";
import { openAll } from "../src/text/open-all.ts";
import { compareText } from "./text-loss.ts";

const { value } = await read(filesNode(resolve(process.argv[2] ?? "content")), sha256);
let [characters, formulas, different] = [0, 0, 0];
for (const source of openAll(value.sources)) {
  const one = compareText(source);
  characters += one.characters;
  formulas += one.formulas;
  if (!one.difference) continue;
  different += 1;
  console.log(`${source.path}\n  source: ${one.difference.source}\n  page:   ${one.difference.page}`);
}
console.log(
  `${value.sources.paths.length} posts, ${characters} characters outside of ${formulas} formulas: ${different} posts differ.`,
);
process.exitCode = different === 0 ? 0 : 1;
