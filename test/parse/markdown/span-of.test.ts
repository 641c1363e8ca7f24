import { expect, it } from "vitest";
import { spanOf } from "../../../src/parse/markdown/to-hast.ts";

const at = (offset: number) => ({ line: 1, column: offset + 1, offset });

it.each([
  ["its own", { start: at(3), end: at(9) }, 9],
  ["its start, if it is never closed", { start: at(3) }, 3],
  ["its start, if its end stands before it", { start: at(3), end: at(1) }, 3],
])("the end of an element of raw HTML is %s", (_what, position, end) => {
  expect(spanOf({ position } as Parameters<typeof spanOf>[0])).toEqual({ start: at(3), end: at(end) });
});
