import type { Html } from "../model/brand.ts";

/** A value as JSON that may stand in a `<script>`: no `<` can end the element, no line separator ends a line. */
export function inlineJson(value: unknown): Html {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029") as Html;
}
