import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { ImportFile } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { headOf } from "../html/page-head.ts";
import { readProfile, textsAt, type Profile } from "../html/profile.ts";
import { isPage, mayBePage } from "../html/saved-page.ts";
import { unreadable } from "../imported-site.ts";
import { joinExports, noCounts, type CountExport, type CountReader } from "./count-export.ts";

/** Saved pages that say how many readers they had: `N位读者`, or what a profile selects. */
export const bylines: CountReader = {
  name: "bylines",
  wants: mayBePage,
  read(files, { profile = "kexue", timeZone }) {
    const read = readProfile(profile);
    if (!read.ok) return { ...noCounts, faults: [{ file: profile.slice(0, 80), message: read.message }] };
    return joinExports(files.filter(isPage).map((file) => readPage(file, read.profile, timeZone)));
  },
};

function readPage({ path, bytes }: ImportFile, profile: Profile, timeZone: string): CountExport {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ...noCounts, faults: [unreadable(path, decoded)] };
  const tree = unified().use(rehypeParse).parse(decoded.text);
  const text = (place: Parameters<typeof textsAt>[1] | undefined) => (place ? textsAt(tree, place) : []);
  const { readers, aliases = [] } = headOf({ path, tree, profile, text }, { timeZone, drafts: false });
  if (readers === undefined) return noCounts;
  return { rows: [{ address: aliases[0] ?? `/${path}`, views: readers }], faults: [] };
}
