import type { Term } from "../model/post.ts";

/** A stretch of text and how much a word in it counts. */
export interface WeighedText {
  readonly text: string;
  readonly weight: number;
}

/** Terms that are kept of one post, and the longest stretch that is cut into words at once. */
const maxTerms = 120;
const maxStretch = 100;
/** How much of a post is read, in UTF-16 units; what it is about shows early. */
const maxLength = 2000;

/** Words that say nothing about what a text is about. */
const common: ReadonlySet<string> = new Set(
  `我们 你们 他们 它们 可以 一个 一种 一般 没有 这个 这里 这样 这种 那么 那个 什么 怎么 如何 因为 所以 但是 不过 而且 如果 虽然 由于 于是 因此
  并且 或者 以及 其中 然后 还是 就是 只是 只有 只要 也就 也是 不是 不会 不能 需要 可能 能够 应该 对于 关于 根据 通过 得到 考虑 给出 知道
  看到 发现 认为 使用 进行 存在 成为 作为 时候 之后 之前 上面 下面 前面 后面 本文 文章 问题 方法 结果 情况 意味 来说 来看 显然 其实 事实
  比如 例如 相当 非常 比较 更加 已经 现在 目前 同样 同时 此时 当然 首先 其次 最后 接着 注意 假设 表示 定义 公式 笔者 大家 读者 自己 直接
  简单 各种 多少 为什么 the and for with that this from are not can which have has one was its
  but you all our will also where then than into each when use used using`.split(/\s+/),
);

const segmenter = new Intl.Segmenter("zh-Hans", { granularity: "word" });

/**
 * The words that a post is about, with their weights: hanzi words of two characters and more, Latin words of three and
 * more in lower case, no numbers, no words that every text has. Heaviest first, ties by code units.
 */
export function indexTerms(texts: readonly WeighedText[]): readonly Term[] {
  const weights = new Map<string, number>();
  let left = maxLength;
  for (const { text, weight } of texts) {
    for (const [stretch] of text.slice(0, Math.max(0, left)).matchAll(stretches)) {
      for (const word of wordsOf(stretch)) if (!common.has(word)) weights.set(word, (weights.get(word) ?? 0) + weight);
    }
    left -= text.length;
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, maxTerms);
}

/** Runs of hanzi, which is where words have to be found, and Latin words. */
const stretches = new RegExp(
  `\\p{Script=Han}{2,${maxStretch}}|\\p{Script=Latin}[\\p{Script=Latin}\\p{N}]*(?:['’-][\\p{Script=Latin}\\p{N}]+)*`,
  "gu",
);

function wordsOf(stretch: string): readonly string[] {
  if (!/^\p{Script=Han}/u.test(stretch)) return stretch.length < 3 ? [] : [stretch.toLowerCase()];
  // Cutting a text into words takes time that grows with the square of its length, so it comes in short stretches.
  return Array.from(segmenter.segment(stretch), ({ segment }) => segment).filter(({ length }) => length > 1);
}
