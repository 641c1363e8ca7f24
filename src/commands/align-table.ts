import { displayWidth } from "../text/display-width.ts";

/** Lines of a table whose first row is its head: names to the left, numbers to the right. */
export function alignTable(table: readonly (readonly string[])[]): readonly string[] {
  const widths = (table[0] ?? []).map((_cell, column) =>
    Math.max(...table.map((row) => displayWidth(row[column] ?? ""))),
  );
  return table.map((row) =>
    row
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join("  "),
  );
}
