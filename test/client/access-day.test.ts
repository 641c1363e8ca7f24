import { expect, it } from "vitest";
import { withAccessDay } from "../../src/client/access-day.ts";

it.each([
  ["甲. 题[EB/OL]. （2020-07-04）[引用日期]. https://a.", "甲. 题[EB/OL]. （2020-07-04）[2026-01-02]. https://a."],
  [
    "@online{a,\n  title = {题},\n  url = {https://a},\n}",
    "@online{a,\n  title = {题},\n  url = {https://a},\n  urldate = {2026-01-02},\n}",
  ],
  ["甲. (2020). 题. Retrieved from https://a", "甲. (2020). 题. Retrieved from https://a"],
])("the day of access is written where a form has a place for it: %j", (citation, filled) => {
  expect(withAccessDay(citation, "2026-01-02")).toBe(filled);
});
