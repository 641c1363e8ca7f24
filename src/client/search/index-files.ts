import type { SearchCatalogue } from "../../model/search.ts";
import { openFormulas, type FormulaIndex } from "../../text/search/formula-index.ts";
import { readShard } from "../../text/search/postings.ts";
import { shardFile, shardOf } from "../../text/search/shards.ts";

/** Formulas of the site, and which post has each where. */
export interface SiteFormulas {
  readonly index: FormulaIndex;
  /** Normal forms, one a formula. */
  readonly tex: readonly string[];
  readonly places: readonly (readonly { readonly post: number; readonly place: number }[])[];
}

/** The files of the index, each loaded once. */
export interface IndexFiles {
  readonly catalogue: () => Promise<SearchCatalogue>;
  /** The file that has a part of the index. */
  readonly shardWith: (part: number) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly formulas: () => Promise<SiteFormulas>;
}

/** @param base address of the search page, below which the catalogue stands */
export function openIndex(base: string, load = (url: string): Promise<Response> => fetch(url)): IndexFiles {
  const get = async (url: string): Promise<Response> => {
    const response = await load(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response;
  };
  const catalogue = once(async () => (await get(new URL("index.json", base).href)).json() as Promise<SearchCatalogue>);
  const file = async (name: string) => get((await catalogue()).folder + name);
  const shards = new Map<number, () => Promise<ReadonlyMap<string, Uint8Array>>>();
  return {
    catalogue,
    async shardWith(part) {
      const shard = shardOf(part, (await catalogue()).shards);
      const words =
        shards.get(shard) ??
        once(async () => readShard(new Uint8Array(await (await file(shardFile(shard))).arrayBuffer())));
      shards.set(shard, words);
      return words();
    },
    formulas: once(async () => readFormulas(await (await file("formulas.txt")).text())),
  };
}

/** Remembers what was loaded, but not a failure: the next call tries again. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= load().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}

function readFormulas(text: string): SiteFormulas {
  const lines = text
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split("\t"));
  const tex = lines.map(([one = ""]) => one);
  const places = lines.map(([, all = ""]) =>
    all.split(" ").map((one) => {
      const [post = "", place = ""] = one.split(".");
      return { post: Number.parseInt(post, 36), place: Number.parseInt(place, 36) };
    }),
  );
  return { index: openFormulas(tex), tex, places };
}
