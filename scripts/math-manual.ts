import { readFileSync } from "node:fs";
import { join } from "node:path";

const cases = join(import.meta.dirname, "..", "test", "cases", "math");

/** The documents of cases, in the order in which an author needs them. */
const documents = ["tokenising", "macros", "numbering", "references", "compatibility", "diagnostics", "output"];

const introduction = `# Mathematics in posts

Made by \`npm run docs\` from the documents of cases in \`test/cases/math/\`, which are tested: what stands here is what the program does.
Each example shows what an author writes and, below it, what comes of it. \`␠\` stands for a space at the end of a line.
`;

/** The manual of the dialect of mathematics: the prose of the documents of cases, each rule with its first example. */
export function mathManual(): string {
  return [introduction, ...documents.map((name) => manualOf(readFileSync(join(cases, `${name}.md`), "utf8")))].join(
    "\n",
  );
}

const example = /^(\`{3,})example[^\n]*\n([\s\S]*?)\n\.\n([\s\S]*?)\n?\1$\n*/gm;

function manualOf(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: all, 1: fence = "", 2: input = "", 3: output = "", index } of text.matchAll(example)) {
    const prose = text.slice(end, index);
    end = index + all.length;
    // A further example of the same rule stands directly behind the one before.
    if (prose === "") continue;
    parts.push(demoted(prose), `${fence}markdown\n${input}\n${fence}\n\n`);
    if (output !== "") parts.push(`${fence}text\n${output}\n${fence}\n\n`);
  }
  return `${(parts.join("") + demoted(text.slice(end))).trimEnd()}\n`;
}

function demoted(prose: string): string {
  return prose.replace(/^#/gm, "##");
}
