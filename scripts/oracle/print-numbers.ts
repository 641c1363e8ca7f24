import { texToText } from "../../src/text/tex-text.ts";

/** What one side says about a formula. */
export interface Numbers {
  /** Numbered rows: place in the environment from 0, text beside the row. */
  readonly rows: readonly { readonly row: number; readonly shown: string }[];
  /** Label → number as `\ref` prints it, in TeX; `undefined` if it names no row. */
  readonly labels: ReadonlyMap<string, string | undefined>;
  /** How far the counter went. */
  readonly counted: number;
}

/**
 * All numbers and labels of a formula in one line, the same from both sides if they mean the same:
 * `0:(1) 1:(A) eq:a=1 eq:b=?`, or `-` for none.
 *
 * @param distance added to every automatic number
 */
export function printNumbers({ rows, labels }: Pick<Numbers, "rows" | "labels">, distance = 0): string {
  const print = (number: string) => shift(plain(number), distance);
  const numbers = rows.map(({ row, shown }) => `${row}:${print(shown)}`);
  const names = [...labels].map(([label, number]) => `${label}=${number === undefined ? "?" : print(number)}`);
  return [...numbers, ...names.toSorted()].join(" ") || "-";
}

/** One side gives a tag as TeX, the other as what it prints. */
function plain(number: string): string {
  return texToText(`\\text{${number}}`).replace(/\s+/g, "").normalize("NFKC");
}

function shift(number: string, distance: number): string {
  return number.replace(/^\(?(\d+)\)?$/, (all, digits: string) =>
    all.replace(digits, String(Number(digits) + distance)),
  );
}
