import { expect, it } from "vitest";
import { parseBody } from "../parse-post.ts";

it("a picture without any words is no figure", () => {
  const { post } = parseBody('<p><img src="/a.png"></p>');
  expect(post.body).toContain("<img");
  expect(post.body).not.toContain("<figure");
});
