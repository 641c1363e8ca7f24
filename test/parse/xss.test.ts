import { describe, expect, it } from "vitest";
import { parseBody } from "./parse-post.ts";

/** What must never run, in the places where an author or a commenter could put it. */
const attempts = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><circle/></svg>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" jAvAsCrIpT:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a>',
  "[x](javascript:alert(1))",
  "[x](<java\nscript:alert(1)>)",
  "![x](javascript:alert(1))",
  "<javascript:alert(1)>",
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><input type=submit></form>',
  '<input autofocus onfocus="alert(1)">',
  '<details open ontoggle="alert(1)">x</details>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  "<style>*{background:url('javascript:alert(1)')}</style>",
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "<textarea><img src=x onerror=alert(1)></textarea>",
  "<template><img src=x onerror=alert(1)></template>",
  '<x-formula n="0"><script>alert(1)</script></x-formula>',
  "# <img src=x onerror=alert(1)>",
  "|<img src=x onerror=alert(1)>|\n|-|\n|<script>alert(1)</script>|",
  "[^a]\n\n[^a]: <img src=x onerror=alert(1)>",
  '```"><script>alert(1)</script>\nx\n```',
  "$\\href{javascript:alert(1)}{x}$",
  "$\\htmlData{a=b}{x}$",
  '![a" onerror="alert(1)](/x.png)',
  '[a](/x "b\\" onclick=\\"alert(1)")',
] as const;

describe("markup that would run", () => {
  it.each(attempts)("%s does not", (attempt) => {
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
