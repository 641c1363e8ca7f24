import type { OutPath } from "../model/brand.ts";
import type { OutputFile, PagePlan } from "../model/page.ts";
import type { Pool } from "../model/ports.ts";
import { pagePaths } from "../pages/page-paths.ts";
import { isOfSearch, searchFiles, type SearchOptions } from "../search/index-files.ts";
import { inputOf, type OpenSite } from "./compile.ts";
import { printPages } from "./print-pages.ts";
import { searchRecords } from "./search-records.ts";

/** Gives a file of the site, made when it is asked for; `undefined` if the site has none of this path. */
export type Demand = (path: OutPath) => Promise<OutputFile | undefined>;

/** A site that prints only what is looked at; it keeps nothing but the files about the whole site. */
export function printOnDemand(open: OpenSite, pool: Pool, options: SearchOptions): Demand {
  const plans = new Map<OutPath, PagePlan>(open.pages.flatMap((plan) => pagePaths(plan).map((path) => [path, plan])));
  const whole = new Map(open.files.map((file) => [file.path, file]));
  let search: Promise<readonly OutputFile[]> | undefined;
  const { site, sizes } = open;
  const printing = { pool, known: new Map(), inputOf: inputOf(open) };
  return async (path) => {
    const plan = plans.get(path);
    if (plan) {
      for await (const { value } of printPages([plan], printing)) {
        const file = value.files.find((one) => one.path === path);
        if (file) return file;
      }
    }
    if (!isOfSearch(path)) return whole.get(path);
    search ??= collect(searchFiles(site, { sizes, records: () => searchRecords(site, printing) }, options));
    return (await search).find((one) => one.path === path);
  };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
