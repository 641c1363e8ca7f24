import { describe, expect, it } from "vitest";
import { openSearch } from "../support/search.ts";
import { buildSite, post } from "../support/site.ts";

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const hanzi = Array.from(
  "概率分布梯度矩阵求导损失函数优化采样注意力位置编码扩散模型流线性空间向量正交变换极限积分方程",
);
const latin = ["softmax", "attention", "Adam", "RoPE", "LoRA", "token"];
const marks = Array.from("，。；：、");

/** Paragraphs of random words, formulas and marks; the texts that a reader sees have U+FFFC for a formula. */
function randomText(next: (below: number) => number): { readonly markdown: string; readonly shown: readonly string[] } {
  const paragraphs = Array.from({ length: 4 }, () => {
    let [markdown, shown] = ["", ""];
    for (let length = 0; length < 60; length += 1) {
      const kind = next(20);
      const words = Array.from({ length: 1 + next(6) }, () => hanzi[next(hanzi.length)] ?? "").join("");
      const piece = kind === 0 ? `$x_${next(9)}$` : kind === 1 ? (latin[next(latin.length)] ?? "") : words;
      const mark = next(4) === 0 ? (marks[next(marks.length)] ?? "") : "";
      // Two words of letters, or a word and a formula, would run into one.
      const separator = kind < 2 && /[\w$]$/.test(markdown) ? "、" : "";
      markdown += separator + piece + mark;
      shown += separator + (kind === 0 ? "\ufffc" : piece) + mark;
    }
    return { markdown, shown: shown.toLowerCase() };
  });
  return { markdown: paragraphs.map((one) => one.markdown).join("\n\n"), shown: paragraphs.map((one) => one.shown) };
}

const next = chance(20_240_329);
const texts = new Map(Array.from({ length: 80 }, (_, index) => [`文${index}`, randomText(next)]));
const built = buildSite(
  Array.from(texts, ([title, { markdown }], index) =>
    post(`${title}.md`, `id: p${index}\ntitle: ${title}\ndate: 2024-01-01`, markdown),
  ).join(""),
);

/** Thirty strings of two to six hanzi that stand somewhere in the posts. */
const terms = Array.from({ length: 30 }, (_, index): string => {
  const all = [...texts.values()].flatMap(({ shown }) => shown).join("。");
  const runs = all.match(/\p{Script=Han}+/gu)?.filter((run) => run.length > 1 + (index % 5)) ?? [];
  const run = runs[next(runs.length)] ?? "";
  const start = next(run.length - (index % 5) - 1);
  return run.slice(start, start + 2 + (index % 5));
});

const postsWith = (term: string) =>
  [...texts].filter(([, { shown }]) => shown.some((text) => text.includes(term.toLowerCase()))).map(([title]) => title);

describe("the index of words", () => {
  it.each(terms)("finds %s in exactly the posts that hold it", async (term) => {
    const { find } = openSearch(await built);
    expect([...(await find(term)).exact].sort()).toEqual(postsWith(term).sort());
  });

  it.each([...new Set(terms.join(""))].slice(0, 20))(
    "finds the single hanzi %s in exactly the posts that hold it",
    async (term) => {
      const { find } = openSearch(await built);
      expect([...(await find(term)).exact].sort()).toEqual(postsWith(term).sort());
    },
  );

  it.each([...latin, "softm", "att", "LORA"])("finds %s where a word begins so, in either case", async (term) => {
    const { find } = openSearch(await built);
    expect([...(await find(term)).exact].sort()).toEqual(postsWith(term).sort());
  });

  it("loses no post between what is exact and what is related", async () => {
    const { find } = openSearch(await built);
    for (const term of terms) {
      const { exact, loose } = await find(term);
      expect(new Set([...exact, ...loose]).size).toBe(exact.length + loose.length);
      expect([...exact, ...loose]).toEqual(expect.arrayContaining(postsWith(term)));
    }
  });

  it("loads the catalogue and no more files than it needs", async () => {
    const { find, loaded } = openSearch(await built);
    await find("概率");
    const files = new Set(loaded);
    expect(files.size).toBe(2);
    expect([...files][0]).toBe("search/index.json");
    expect([...files][1]).toMatch(/^assets\/search\.[0-9a-f]{10}\/\d{3}\.bin$/);
  });
});
