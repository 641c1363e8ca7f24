import type { Element } from "hast";
import { expect, it } from "vitest";
import { comment, commentFile } from "../support/comments.ts";
import { elements } from "../support/html.ts";
import { buildSite, post } from "../support/site.ts";

const headings = [
  "Total Variation 距离",
  "例子：抛硬币",
  "C++与Rust",
  "为什么是√d？",
  "2.1、定义",
  "“引用”与——破折号",
  "A/B测试",
  "E=mc^2",
  "10%的把握",
  "結論",
];
const comments = ["11", "12", "13", "14", "15"].map((id) =>
  comment({ id, content: "好", page_key: "/archives/1234/" }),
);
const site = await buildSite(
  post(
    "posts/a.md",
    'id: "1234"\ntitle: 甲\ndate: 2020-01-01',
    headings.map((text) => `## ${text}\n\n文。`).join("\n\n"),
  ) + commentFile("old", comments),
);

/** As browsers decode: a sign that begins no escape stays. */
const decoded = (fragment: string) => fragment.replace(/(?:%[0-9a-f]{2})+/gi, decodeURIComponent);

/** What browsers go to: in the file behind an address, the element whose identifier, or the link whose name, is the fragment. */
function target(address: string): Element | undefined {
  const [path = "", fragment = ""] = address.split("#");
  const file = site.files.get(path.slice(1).replace(/\/?$/, "/index.html")) ?? "";
  const names = [fragment, decoded(fragment)];
  const [found] = elements(
    file,
    ({ tagName, properties }) =>
      names.includes(String(properties["id"])) || (tagName === "a" && names.includes(String(properties["name"]))),
  );
  return found;
}

/** Headings as they were written in the address, encoded or not; the address with its last slash or without. */
const links = ["/archives/1234", "/archives/1234/"].flatMap((page) => [
  ...headings.flatMap((text) => [text, encodeURIComponent(text)].map((fragment) => `${page}#${fragment}`)),
  ...comments.map((_comment, index) => `${page}#comment-${11 + index}`),
]);

it.each(links)("%s, a link to the old site, leads to an element", (address) => {
  expect(target(address)).toBeDefined();
});

it("leads nowhere for words that are no heading, nor the number of a comment", () => {
  expect(target("/archives/1234/#Total")).toBeUndefined();
  expect(target("/archives/1234/#comment-16")).toBeUndefined();
});
