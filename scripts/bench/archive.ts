import { random, type Random } from "./random.ts";

/** A post of a made-up archive. */
export interface BenchPost {
  readonly name: string;
  readonly text: string;
}

/** Of the formulas, this part was in an earlier place already, as in real archives. */
const repeated = 0.5;
/** Formulas of a post, and how many of them stand in a paragraph with what follows it. */
const usual = 60;
const inParagraph = 2.5;

const hanzi =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经";
const letters = [
  "a",
  "b",
  "x",
  "y",
  "z",
  "n",
  "k",
  "\\alpha",
  "\\beta",
  "\\theta",
  "\\lambda",
  "\\sigma",
  "\\boldsymbol{x}",
];
const functions = ["\\sin", "\\log", "\\exp", "\\max", "\\det"];

/**
 * Makes an archive whose posts have the shape of those of a mathematical blog: some sixty formulas each, if nothing else
 * is asked for, a fifth of them displays, links between posts, a series in every ten. The same seed gives the same archive.
 */
export function* makeArchive(posts: number, seed: number, formulas = usual): Generator<BenchPost> {
  const chance = random(seed);
  const before: string[] = [];
  for (let index = 1; index <= posts; index += 1) {
    const formula = () =>
      before.length > 0 && chance.below(1) < repeated ? chance.pick(before) : fresh(chance, before);
    const paragraphs = Math.ceil(formulas / inParagraph);
    yield { name: `${index}.md`, text: `${head(index, chance)}\n${body(index, { chance, formula, paragraphs })}` };
  }
}

function fresh(chance: Random, before: string[]): string {
  const formula = expression(chance, Math.floor(chance.below(3)));
  before.push(formula);
  return formula;
}

function head(index: number, chance: Random): string {
  const day = new Date(Date.UTC(2009, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
  const title = index % 10 < 3 ? `${words(chance, 6)}（${"一二三"[index % 10] ?? ""}）` : words(chance, 8);
  return `---\nid: ${index}\ntitle: ${title}\ndate: ${day}\ncategory: 数学\ntags: [${words(chance, 1)}, ${words(chance, 1)}]\n---\n`;
}

interface Writing {
  readonly chance: Random;
  readonly formula: () => string;
  readonly paragraphs: number;
}

function body(index: number, { chance, formula, paragraphs }: Writing): string {
  const parts: string[] = [];
  for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
    if (paragraph % 8 === 0) parts.push(`## ${words(chance, 5)}`);
    const other = 1 + Math.floor(chance.below(index));
    const link = paragraph % 6 === 0 ? `，见[前文](/archives/${other})` : "";
    parts.push(`${words(chance, 40)} $${formula()}$ ${words(chance, 20)} $${formula()}$ ${words(chance, 12)}${link}。`);
    if (paragraph % 2 === 0) parts.push(display(chance, formula, `${index}-${paragraph}`));
  }
  return `${parts.join("\n\n")}\n`;
}

function display(chance: Random, formula: () => string, label: string): string {
  if (chance.below(1) < 0.3) return `$$${formula()} = ${formula()}$$`;
  const [open, rows] =
    chance.below(1) < 0.5
      ? ["equation", `${formula()} = ${formula()}\\label{eq:${label}}`]
      : ["align", `${formula()} &= ${formula()} \\\\\n&= ${formula()}`];
  return `\\begin{${open}}\n${rows}\n\\end{${open}}`;
}

/** A formula from a grammar; `depth` bounds how far it nests. */
function expression(chance: Random, depth: number): string {
  const inner = () => expression(chance, depth - 1);
  const forms: readonly (() => string)[] = [
    () => chance.pick(letters),
    () => `${chance.pick(letters)}_{${chance.pick(letters)}}^{${Math.floor(chance.below(9)) + 2}}`,
    () => `\\frac{${inner()}}{${inner()}}`,
    () => `\\sqrt{${inner()}}`,
    () => `\\sum_{i=1}^{n} ${inner()}`,
    () => `\\int_0^1 ${inner()}\\,dt`,
    () => `\\left(${inner()}+${inner()}\\right)`,
    () => `${chance.pick(functions)} ${inner()}`,
    () => `\\begin{pmatrix}${inner()} & ${inner()} \\\\ ${inner()} & ${inner()}\\end{pmatrix}`,
  ];
  const simple = forms.slice(0, 2);
  return `${chance.pick(depth === 0 ? simple : forms)()}${chance.below(1) < 0.4 ? `+${chance.pick(letters)}` : ""}`;
}

function words(chance: Random, count: number): string {
  return Array.from({ length: count }, () => hanzi.charAt(Math.floor(chance.below(hanzi.length)))).join("");
}
