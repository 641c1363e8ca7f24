import type { StoredPost } from "../../src/model/ports.ts";

/** Something of the form of a stored post; stores do not look inside. */
export function storedPost(title: string): StoredPost {
  const value = {
    summary: { titleText: title, minutes: 3, date: undefined },
    post: { body: `<p>${title}</p>`.repeat(20), formulas: [{ tex: "a^2", failed: false }] },
  };
  return { outcome: { value, diagnostics: [] } } as unknown as StoredPost;
}
