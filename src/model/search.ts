/** How much there is to find in a post. */
export interface SearchSize {
  /** Words and gaps. */
  readonly length: number;
  /** Bytes of its postings. */
  readonly bytes: number;
}

/** What the search index takes from a post. It stays in the store until the index is made. */
export interface SearchRecord {
  /** Its words as `encodePost` writes them. */
  readonly postings: Uint8Array;
  /** Words and gaps. */
  readonly length: number;
  /**
   * A line for each formula: its normal form, a tab, and its place among the formulas that KaTeX has set in the body, from
   * 0, in base 36. It is one text, because an archive has a million of them.
   */
  readonly formulas: string;
}

/** What the search page asks for first: titles that answer while one types, and where the rest is. */
export interface SearchCatalogue {
  /** Address of the folder with the index, base path included. */
  readonly folder: string;
  /** Address of Pagefind's script, if Pagefind finds the words. */
  readonly pagefind?: string;
  /** Files of words in it. */
  readonly shards: number;
  /** Address of KaTeX, for setting the formula of a query. */
  readonly katex: string;
  /** Macros of the site, which a query may use. */
  readonly macros: Readonly<Record<string, string>>;
  readonly series: readonly string[];
  readonly tags: readonly string[];
  /** In the order of the site; the index names posts by their place here. */
  readonly posts: readonly CataloguePost[];
}

/** A post in few letters, because every reader who searches loads all of them. */
export interface CataloguePost {
  /** Title without markup. */
  readonly t: string;
  /** Address, base path included. */
  readonly u: string;
  /** Day; absent if there is none. */
  readonly d?: string;
  /** Readers; absent if unknown. */
  readonly r?: number;
  /** Place of its series among `series`. */
  readonly s?: number;
  /** Places of its tags among `tags`. */
  readonly g: readonly number[];
  /** Words and gaps of its text. */
  readonly n: number;
}
