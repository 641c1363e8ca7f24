import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { toChineseNumeral } from "../../src/text/chinese-numeral.ts";
import { foldTitle, parseSeriesTitle } from "../../src/text/series-title.ts";
import { anyText } from "./any-text.ts";
import { cpuClock } from "../support/cpu-clock.ts";

describe("parseSeriesTitle reads", () => {
  it.each([
    ["算筹记：17、横与纵", { name: "算筹记", part: { number: 17 }, subtitle: "横与纵" }],
    ["算筹记:17、横与纵", { name: "算筹记", part: { number: 17 }, subtitle: "横与纵" }],
    ["算筹记：３、横与纵", { name: "算筹记", part: { number: 3 }, subtitle: "横与纵" }],
    ["算筹记：三、横与纵", { name: "算筹记", part: { number: 3 }, subtitle: "横与纵" }],
    ["算筹记：1. 横与纵", { name: "算筹记", part: { number: 1 }, subtitle: "横与纵" }],
    ["算筹记：1.SGD", { name: "算筹记", part: { number: 1 }, subtitle: "SGD" }],
    ["算筹记 ： 4 、 横与纵 ", { name: "算筹记", part: { number: 4 }, subtitle: "横与纵" }],
    ["算筹记：20、何以纵？（上）", { name: "算筹记", part: { number: 20, half: 1 }, subtitle: "何以纵？" }],
    ["圆与方（二十四）：割圆", { name: "圆与方", part: { number: 24 }, subtitle: "割圆" }],
    ["圆与方(二十四):割圆", { name: "圆与方", part: { number: 24 }, subtitle: "割圆" }],
    ["圆与方 ( 廿四 ) ： 割圆", { name: "圆与方", part: { number: 24 }, subtitle: "割圆" }],
    ["圆与方（3）：割圆", { name: "圆与方", part: { number: 3 }, subtitle: "割圆" }],
    ["圆与方（3）", { name: "圆与方", part: { number: 3 } }],
    ["圆与方（一）", { name: "圆与方", part: { number: 1 } }],
    ["圆与方（〇）：引子", { name: "圆与方", part: { number: 0 }, subtitle: "引子" }],
    ["圆与方（上）", { name: "圆与方", part: { half: 1 } }],
    ["圆与方（中）", { name: "圆与方", part: { half: 2 } }],
    ["圆与方（下篇）", { name: "圆与方", part: { half: 3 } }],
    ["圆与方（上）：割圆", { name: "圆与方", part: { half: 1 }, subtitle: "割圆" }],
    ["圆与方（二十五）：割圆（上）", { name: "圆与方", part: { number: 25, half: 1 }, subtitle: "割圆" }],
    ["圆与方（二十五）：割圆 ( 下 ) ", { name: "圆与方", part: { number: 25, half: 3 }, subtitle: "割圆" }],
    ["圆与方（二十五）（中）", { name: "圆与方", part: { number: 25, half: 2 } }],
    ["圆与方（25上）：割圆", { name: "圆与方", part: { number: 25, half: 1 }, subtitle: "割圆" }],
    ["圆与方（二）：割圆（附图）", { name: "圆与方", part: { number: 2 }, subtitle: "割圆（附图）" }],
    ["圆与方（二）——割圆", { name: "圆与方", part: { number: 2 }, subtitle: "割圆" }],
    ["圆与方（二） 割圆", { name: "圆与方", part: { number: 2 }, subtitle: "割圆" }],
    ["【圆与方】（三）：割圆", { name: "【圆与方】", part: { number: 3 }, subtitle: "割圆" }],
    ["【圆与方】·（一）", { name: "【圆与方】", part: { number: 1 } }],
    ["【圆与方】⋅（一）从圆说起", { name: "【圆与方】", part: { number: 1 }, subtitle: "从圆说起" }],
    ["圆与方 —（一）", { name: "圆与方", part: { number: 1 } }],
    ["“纸上谈兵”之阵法（二）：方阵", { name: "“纸上谈兵”之阵法", part: { number: 2 }, subtitle: "方阵" }],
    ["且慢！这题有坑（一）", { name: "且慢！这题有坑", part: { number: 1 } }],
    ["甲篇：乙篇（二）", { name: "甲篇：乙篇", part: { number: 2 } }],
    ["甲篇：乙篇：3、丙", { name: "甲篇：乙篇", part: { number: 3 }, subtitle: "丙" }],
    ["关于$f(2)$的事（三）：零点", { name: "关于$f(2)$的事", part: { number: 3 }, subtitle: "零点" }],
    ["价$\\$（2）$的事（三）", { name: "价$\\$（2）$的事", part: { number: 3 } }],
    ["略谈SO(3)（二）：同态", { name: "略谈SO(3)", part: { number: 2 }, subtitle: "同态" }],
    ["Attention(2)：缩放", { name: "Attention", part: { number: 2 }, subtitle: "缩放" }],
  ])("%j", (title, expected) => {
    expect(parseSeriesTitle(title)).toEqual(expected);
  });
});

describe("parseSeriesTitle finds no series in", () => {
  it.each([
    "",
    "算筹",
    "圆与方：起源、发展、展望",
    "圆与方（附图）",
    "圆与方（2020）",
    "圆与方（100）：割圆",
    "圆与方（一百）",
    "圆与方（十十）",
    "圆与方（）",
    "圆与方（篇）",
    "从三到五",
    "17",
    "（三）",
    "1984（二）：重读",
    "：1、割圆",
    "圆与方：1、",
    "圆与方：1、2、3",
    "圆与方：1、2",
    "圆与方：一、二级缓存",
    "圆与方：二三四、割圆",
    "圆与方：3.12 来了",
    "圆与方：2.x 来了",
    "圆与方：第一节",
    "$O(n)$：1. 说明",
    "$f(3)$：零点",
    "关于$f$ ($x$)",
    "SO(3)：旋转群",
    "再谈SU(2) 与自旋",
    "略谈GL(2)",
    "读《圆与方（三）：割圆》有感",
    "读“圆与方（三）：割圆”有感",
    "圆与方（三）的勘误",
    "Windows (11) 安装记",
  ])("%j", (title) => {
    expect(parseSeriesTitle(title)).toBeUndefined();
  });
});

it("reads no title of more than 500 characters", () => {
  expect(parseSeriesTitle(`${"长".repeat(497)}（一）`)).toBeDefined();
  expect(parseSeriesTitle(`${"长".repeat(498)}（一）`)).toBeUndefined();
});

it("reads every number it could be given, in any form", () => {
  const form = fc.constantFrom(
    (n: string) => `圆与方（${n}）：割圆`,
    (n: string) => `圆与方 (${n}): 割圆`,
    (n: string) => `圆与方：${n}、割圆`,
    (n: string) => `【圆与方】⋅（${n}）割圆`,
  );
  fc.assert(
    fc.property(fc.nat(99), form, fc.boolean(), (n, title, isChinese) => {
      const found = parseSeriesTitle(title(isChinese ? toChineseNumeral(n) : String(n)));
      expect(found).toMatchObject({ part: { number: n }, subtitle: "割圆" });
      expect(found?.name).toMatch(/^【?圆与方】?$/);
    }),
  );
});

it("takes a time that grows with the length of the title at most", () => {
  const elapsedMs = cpuClock();
  for (const unit of ["(", "（一", "（一）", " ", "：1、", "$", "-"])
    parseSeriesTitle(`甲${unit.repeat(499 / unit.length)}`);
  for (const unit of ["(", " ", "—"]) parseSeriesTitle(`甲${unit.repeat(100_000)}`);
  expect(elapsedMs()).toBeLessThan(250);
});

describe("foldTitle", () => {
  it.each([
    ["“圆”与「方」（二）：割圆", '"圆" 与『方』(二): 割圆'],
    ["圆与方，上。", "圆与方,上."],
    ["Ｌａｂ笔记！", "lab 笔记!"],
    ["甲⋅乙", "甲・乙"],
    ["甲——乙", "甲-乙"],
    ["【甲】《乙》", "[甲]〈乙〉"],
    ["It’s", "it's"],
    ["甲\u200b、乙", "甲, 乙"],
  ])("is the same for %j and %j", (a, b) => {
    expect(foldTitle(a)).toBe(foldTitle(b));
  });

  it("tells different titles apart", () => {
    expect(foldTitle("圆与方（二）")).not.toBe(foldTitle("圆与方（三）"));
    expect(foldTitle("C++")).not.toBe(foldTitle("C#"));
  });

  it("is idempotent", () => {
    const text = fc.oneof(
      anyText(20),
      fc.string({ unit: fc.constantFrom(...Array.from("“”「」—-·⋅：:（ e\u0301´İΣ")) }),
    );
    fc.assert(
      fc.property(text, (one) => foldTitle(foldTitle(one)) === foldTitle(one)),
      { numRuns: 2000 },
    );
  });
});
