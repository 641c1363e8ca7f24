import type { PostLink, Term, TitleMention } from "../../model/post.ts";
import { indexTerms } from "../../text/index-terms.ts";
import { sentenceAround } from "../../text/sentence.ts";
import type { HoleName, TextBlock } from "./text-blocks.ts";

/** The sentences in which a post names other posts. */
export interface Surroundings {
  readonly links: readonly PostLink[];
  readonly titles: readonly TitleMention[];
  /** By index of the reference; those of its own equations too. */
  readonly references: readonly string[];
}

/** Gives every link and title the sentence around it; a hole outside of any text has none. */
export function withSentences(
  blocks: readonly TextBlock[],
  { links, titles, references }: { links: readonly PostLink[]; titles: readonly TitleMention[]; references: number },
): Surroundings {
  const sentences = new Map<HoleName, string>();
  for (const { text, masked, points } of blocks)
    for (const { hole, ...range } of points) sentences.set(hole, sentenceAround(text, masked, range));
  const withOne = <T extends object>(one: T, hole: HoleName): T & { sentence?: string } => {
    const sentence = sentences.get(hole);
    return { ...one, ...(sentence !== undefined && { sentence }) };
  };
  return {
    links: links.map((link, index) => withOne(link, `link ${index}`)),
    titles: titles.map((title, index) => withOne(title, `title ${index}`)),
    references: Array.from({ length: references }, (_, index) => sentences.get(`ref ${index}`) ?? ""),
  };
}

/** How much a word counts by its place. */
const weights = { title: 5, tag: 4, heading: 2, text: 1 } as const;

/** The terms of a post; formulas count for nothing. */
export function termsOf(
  blocks: readonly TextBlock[],
  { title, tags }: { readonly title: string; readonly tags: readonly string[] },
): readonly Term[] {
  return indexTerms([
    { text: title.replace(/\$[^$]*\$/g, " "), weight: weights.title },
    ...tags.map((text) => ({ text, weight: weights.tag })),
    // Headings first: only the beginning of the text is read.
    ...(["heading", "text"] as const).flatMap((kind) =>
      blocks.filter((block) => block.kind === kind).map(({ masked }) => ({ text: masked, weight: weights[kind] })),
    ),
  ]);
}
