import { describe, expect, it } from "vitest";
import { hostileMarkup } from "../support/hostile-markup.ts";
import { parseBody } from "./parse-post.ts";

describe("markup that would run", () => {
  it.each(hostileMarkup)("%s does not", (attempt) => {
    const { post } = parseBody(attempt);
    const markup = post.body.replace(/="[^"]*"/g, (value) => value.replaceAll("<", ""));
    expect(markup).not.toMatch(
      /<(?:script|svg|iframe|object|embed|form|style|base|meta|link|noscript|textarea|template)\b/i,
    );
    for (const [, attributes = ""] of markup.matchAll(/<[a-z][\w-]*((?:\s+[\w-]+(?:="[^"]*")?)*)/gi)) {
      expect(attributes.replace(/="[^"]*"/g, "")).not.toMatch(/\bon\w+|\bstyle\b/i);
    }
    const addresses = Array.from(post.body.matchAll(/ (?:href|src|action|data)="([^"]*)"/g), ([, value = ""]) => value);
    for (const address of addresses) {
      const plain = address.replace(/&#x([0-9a-f]+);/gi, (_all, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      expect(plain.replace(/[^!-~]/g, "")).not.toMatch(/^(?:java|vb)script:|^data:/i);
    }
  });
});

describe("a formula that came as HTML", () => {
  it("has no link that runs", () => {
    const { post } = parseBody('<span class="math-inline">\\href{javascript:alert(1)}{x}</span>');
    expect(post.body).not.toMatch(/href="javascript/i);
  });
});
