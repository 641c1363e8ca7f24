import { xml } from "../text/xml.ts";
import type { Xml } from "../model/brand.ts";
import { breakTitle } from "./break-title.ts";

export interface CoverText {
  readonly title: string;
  readonly authors: string;
  /** Name of the site. */
  readonly site: string;
  /** `2021–2024 · 25 篇` */
  readonly facts: string;
  /** One rod for each chapter. */
  readonly chapters: number;
}

/** Of the cover: three to four, as programs for books show it. */
export const coverSize = { width: 1200, height: 1600 };

const margin = 120;
const [paper, ink, grey, red] = ["#fafaf7", "#1b1a18", "#65625b", "#a92a1c"];
const song = "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', serif";
/** Sizes of the title, the largest at which it takes no more than its lines. */
const sizes = [
  { size: 132, lines: 3 },
  { size: 108, lines: 4 },
  { size: 88, lines: 5 },
  { size: 68, lines: 7 },
] as const;

/** The cover as SVG: the title in lines, a row of counting rods with one for each chapter, author, site. */
export function coverSvg({ title, authors, site, facts, chapters }: CoverText): Xml {
  const { size, lines } = fitTitle(title);
  const lineHeight = size * 1.35;
  const titleTop = 320;
  const below = titleTop + (lines.length - 1) * lineHeight + 90;
  const { width, height } = coverSize;
  const tspans = lines.map(
    (line, index) => xml`<tspan x="${margin}" y="${titleTop + Math.round(index * lineHeight)}">${line}</tspan>`,
  );
  return xml`<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:lang="zh-CN">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="${paper}"/>
<path d="M${margin} 150H${width - margin}" stroke="${ink}" stroke-width="9"/>
<path d="M${margin} 166H${width - margin}" stroke="${ink}" stroke-width="2"/>
<text font-family="${song}" font-weight="700" font-size="${size}" fill="${ink}">${tspans}</text>
<path d="M${margin} ${Math.round(below)}h120" stroke="${red}" stroke-width="6"/>
${rods(chapters, Math.round(below) + 90)}
<text x="${margin}" y="${height - 260}" font-family="${song}" font-size="52" fill="${ink}">${authors}</text>
<text x="${margin}" y="${height - 190}" font-family="${song}" font-size="36" fill="${grey}">${facts}</text>
<path d="M${margin} ${height - 130}H${width - margin}" stroke="${ink}" stroke-width="2"/>
<text x="${width - margin}" y="${height - 70}" text-anchor="end" font-family="${song}" font-size="40" fill="${ink}">${site}</text>
</svg>
`.xml;
}

function fitTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  for (const { size, lines: most } of sizes) {
    const lines = breakTitle(title, columns(size));
    if (lines.length <= most) return { size, lines };
  }
  const { size, lines: most } = sizes[sizes.length - 1] ?? sizes[3];
  const lines = breakTitle(title, columns(size));
  return { size, lines: [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] };
}

/** Columns of half a hanzi that fit beside each other. */
function columns(size: number): number {
  return Math.floor((coverSize.width - 2 * margin) / (size / 2));
}

/** Rods in a row at most; they stand closer where that keeps a few from a row of their own. */
const rodsInRow = 30;

/** Counting rods: upright ones, every fifth red, in rows of as many fives. */
function rods(count: number, top: number): { readonly xml: Xml } {
  const shown = Math.min(count, 3 * rodsInRow);
  const inRow = Math.ceil(shown / Math.ceil(shown / rodsInRow) / 5) * 5;
  const pitch = Math.min(38, (coverSize.width - 2 * margin - 12) / (inRow - 1));
  const one = (index: number) => {
    const x = margin + 6 + Math.round((index % inRow) * pitch);
    const y = top + Math.floor(index / inRow) * 150;
    return xml`<path d="M${x} ${y}v110" stroke="${index % 5 === 4 ? red : ink}"/>`;
  };
  const paths = Array.from({ length: shown }, (_, index) => one(index));
  return xml`<g stroke-width="10">${paths}</g>`;
}
