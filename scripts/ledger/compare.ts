/** A formula as it is set. */
export interface LedgerEntry {
  readonly tex: string;
  /** SHA-256 of the markup. */
  readonly hash: string;
  readonly html: string;
}

export interface Ledger {
  /** Version of the KaTeX that set them. */
  readonly katex: string;
  /** Post and formula → entry; a formula that stands twice in a post has a number behind it. */
  readonly formulas: Readonly<Record<string, LedgerEntry>>;
}

export interface Change {
  readonly key: string;
  readonly tex: string;
  readonly before: string;
  readonly after: string;
}

export interface Changes {
  readonly changed: readonly Change[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** What differs between two states of an archive, formula by formula; edits of posts are new and gone ones. */
export function compareLedgers(before: Ledger, after: Ledger): Changes {
  const old = new Map(Object.entries(before.formulas));
  const now = new Map(Object.entries(after.formulas));
  const changed = [...now].flatMap(([key, { tex, hash, html }]) => {
    const entry = old.get(key);
    return entry && entry.hash !== hash ? [{ key, tex, before: entry.html, after: html }] : [];
  });
  return {
    changed,
    added: [...now.keys()].filter((key) => !old.has(key)),
    gone: [...old.keys()].filter((key) => !now.has(key)),
  };
}
