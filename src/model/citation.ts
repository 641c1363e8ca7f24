/** A stretch of a title: text, or a formula as TeX without dollars. */
export interface TitlePiece {
  readonly kind: "text" | "math";
  readonly value: string;
}

/** What a citation says about a post or a series; all formats are printed from it. */
export interface Citable {
  readonly kind: "post" | "series";
  /** `example-42`, as it was given; formats with narrower rules narrow it. */
  readonly key: string;
  /** On one line. */
  readonly title: string;
  /** The same title, for formats that typeset formulas. */
  readonly titlePieces: readonly TitlePiece[];
  readonly authors: readonly string[];
  /** `2020-07-04`; absent if unknown. For a series, that of its newest part. */
  readonly day?: string;
  readonly site: string;
  /** Absolute and percent-encoded, if the address of the site is known. */
  readonly url: string;
  readonly language: "zh-CN" | "en";
}

/** The form of citations by Chinese national standard: the edition in force, or the one before it. */
export type GbtEdition = "2025" | "2015";
