import type { OutPath } from "../model/brand.ts";
import type { WordIndexer } from "../model/ports.ts";

/** Why Pagefind cannot be used. */
export interface Unavailable {
  readonly reason: string;
}

/** Formulas are no words, and code is not what one looks for. */
const excluded = [".katex", "pre"];

/** Pagefind, if it is installed and its program runs on this machine. */
export async function openPagefind(language: string): Promise<WordIndexer | Unavailable> {
  try {
    const pagefind = await import("pagefind");
    const { index, errors } = await pagefind.createIndex({
      rootSelector: ".prose",
      excludeSelectors: excluded,
      forceLanguage: language.toLowerCase().slice(0, 2),
    });
    if (!index) return { reason: errors.join("; ") };
    return {
      async add(url, content) {
        const { errors: problems } = await index.addHTMLFile({ url, content });
        if (problems.length > 0) throw new Error(`Pagefind cannot read ${url}: ${problems.join("; ")}`);
      },
      async files() {
        const { files } = await index.getFiles();
        return files.map(({ path, content }) => ({ path: `pagefind/${path}` as OutPath, body: content }));
      },
      async close() {
        await index.deleteIndex();
        await pagefind.close();
      },
    };
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}
