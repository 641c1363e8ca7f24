import type { VNode } from "preact";
import { groupDigits } from "../../src/text/group-digits.ts";
import { rodStyle } from "./rod-length.ts";

interface ReaderCellsProps {
  /** Absent: unknown. */
  readonly readers: number | undefined;
  /** Readers that one rod stands for; absent: no bar. */
  readonly worth?: number;
}

/** The last cells of a row: a bar of rods, and the number or `—`. */
export function ReaderCells({ readers, worth }: ReaderCellsProps): VNode {
  return (
    <>
      {worth !== undefined && <td class="b">{readers !== undefined && <i class="rod-bar" />}</td>}
      <td class="n readers">{readers === undefined ? "—" : groupDigits(readers)}</td>
    </>
  );
}

/** Attributes of a row whose cells have a bar. */
export function rowStyle(readers: number | undefined, worth: number | undefined): { readonly style?: string } {
  return readers === undefined || worth === undefined ? {} : { style: rodStyle(readers, worth) };
}
