import { maxValue, type ValueRange } from "./value.ts";
import { tokenAt, type Sql } from "./token.ts";

/** A row of `VALUES`, or the reason why the statement ends here. */
export type InsertRow =
  | { readonly ok: true; readonly start: number; readonly values: readonly ValueRange[] }
  | { readonly ok: false; readonly start: number; readonly message: string };

/** The rows behind `VALUES`, each with the places of its values; what stands there is not looked at. */
export function* insertRows(sql: Sql, body: number): Generator<InsertRow> {
  let at = body;
  for (;;) {
    const open = tokenAt(sql, at);
    if (textAt(sql, open) !== "(") {
      yield {
        ok: false,
        start: open.start,
        message: "a row should begin here; the rest of the statement was not read",
      };
      return;
    }
    const row = rowFrom(sql, open.start, open.end);
    yield row;
    if (!row.ok) return;
    const after = tokenAt(sql, row.end);
    if (textAt(sql, after) !== ",") return;
    at = after.end;
  }
}

type ReadRow =
  | Extract<InsertRow, { readonly ok: false }>
  | (Extract<InsertRow, { readonly ok: true }> & { readonly end: number });

function rowFrom(sql: Sql, start: number, inner: number): ReadRow {
  const values: ValueRange[] = [];
  let depth = 1;
  let valueStart = inner;
  let at = inner;
  while (depth > 0) {
    const token = tokenAt(sql, at);
    if (token.kind === "end" || token.kind === "broken")
      return { ok: false, start, message: "the file ends inside of this row" };
    const text = textAt(sql, token);
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (depth === 0 || (depth === 1 && text === ",")) {
      values.push({ start: valueStart, end: token.start });
      valueStart = token.end;
    }
    at = token.end;
  }
  return { ok: true, start, values, end: at };
}

function textAt(
  { text }: Sql,
  { kind, start, end }: { readonly kind: string; readonly start: number; readonly end: number },
) {
  return kind === "sign" ? text.slice(start, end) : "";
}

/** Whether a value may be read at all. */
export function isBounded({ start, end }: ValueRange): boolean {
  return end - start <= maxValue;
}
