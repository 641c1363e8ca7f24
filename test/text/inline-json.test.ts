import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { inlineJson } from "../../src/text/inline-json.ts";

describe("inlineJson", () => {
  it("cannot end the script that holds it", () => {
    expect(inlineJson({ a: "</script><!--\u2028\u2029" })).toBe('{"a":"\\u003c/script>\\u003c!--\\u2028\\u2029"}');
  });

  it("is the same value for a parser", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(inlineJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
