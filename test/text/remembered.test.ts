import { expect, it } from "vitest";
import { remembered } from "../../src/text/remembered.ts";

it("asks once about a text, as long as the texts since are not too long", () => {
  const asked: string[] = [];
  const shout = remembered((text) => {
    asked.push(text);
    return text === "" ? undefined : text.toUpperCase();
  }, 6);
  expect(["a", "b", "a", "", ""].map(shout)).toEqual(["A", "B", "A", undefined, undefined]);
  expect(asked.splice(0)).toEqual(["a", "b", ""]);
  expect(["long", "b", "next", "a"].map(shout)).toEqual(["LONG", "B", "NEXT", "A"]);
  expect(asked).toEqual(["long", "next", "a"]);
});
