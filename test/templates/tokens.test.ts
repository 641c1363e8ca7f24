import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../templates/styles/tokens.css", import.meta.url), "utf8");

/** The colours of a palette by the name of their token. */
function palette(index: 0 | 1): ReadonlyMap<string, string> {
  const found = css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{3,8}), (#[\da-f]{3,8})\)/g);
  return new Map(Array.from(found, ([, name = "", ...colours]) => [name, String(colours[index])]));
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

it("contrast is that of WCAG", () => {
  expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 5);
  expect(contrast("#ffffff", "#777777")).toBeCloseTo(4.48, 2);
});

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("the %s palette", (_name, index) => {
  const colours = palette(index);
  function of(pair: string): number {
    const [text = "", ground = ""] = pair.split(" on ").map((one) => colours.get(one) ?? "");
    return contrast(text, ground);
  }

  it.each(
    ["paper", "sunk", "raised", "red-wash"].flatMap((ground) =>
      ["ink", "ink-2", "ink-3", "red"].map((text) => `${text} on ${ground}`),
    ),
  )("%s can be read, at 4.5:1", (pair) => {
    expect(of(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["azure on paper", "azure on sunk", "paper on ink", "paper on red"])("%s can be read, at 4.5:1", (pair) => {
    expect(of(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["line on paper", "line on raised", "bar on paper", "red-line on paper"])(
    "%s can be seen, at 3:1",
    (pair) => {
      expect(of(pair)).toBeGreaterThanOrEqual(3);
    },
  );
});
