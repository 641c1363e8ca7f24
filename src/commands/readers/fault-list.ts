import type { ImportNote } from "../../model/imported.ts";
import { groupDigits } from "../../text/group-digits.ts";
import type { Terminal } from "../terminal.ts";

/** Faults that are printed one by one. */
const maxFaults = 20;

export interface FaultList {
  readonly add: (fault: ImportNote) => void;
  /** Says how many more there were. @returns whether there were any */
  readonly close: () => boolean;
}

/** Prints what could not be read while it is found, and counts the rest. */
export function faultList({ error }: Pick<Terminal, "error">): FaultList {
  let count = 0;
  return {
    add({ file, line, message }) {
      count += 1;
      if (count <= maxFaults) error(`${file}${line === undefined ? "" : `:${line}`}: ${message}`);
    },
    close() {
      if (count > maxFaults) error(`… and ${groupDigits(count - maxFaults)} more that could not be read`);
      return count > 0;
    },
  };
}
