import type { Root } from "hast";
import type { ImportedHead, ImportOptions } from "../../model/imported.ts";
import { slug } from "../../text/slug.ts";
import { dateOf, pathOf } from "../markdown/fields.ts";
import { mirroredAddress } from "./saved-page.ts";
import { textsAt, type Place, type Profile } from "./profile.ts";

export interface PageParts {
  readonly path: string;
  readonly tree: Root;
  readonly profile: Profile;
  readonly text: (place: Place | undefined) => readonly string[];
}

/** What the places of a profile say about a post. */
export function headOf({ path, tree, profile, text }: PageParts, { timeZone, asOf }: ImportOptions): ImportedHead {
  const [address = ""] = profile.address ? textsAt(tree, profile.address, "href") : [];
  const alias = address === "" ? mirroredAddress(path) : pathOf(address);
  const [title] = text(profile.title);
  const [author] = text(profile.author);
  const [category] = text(profile.category);
  const [readers] = text(profile.readers).map((digits) => Number(digits.replaceAll(",", "")));
  const date = dateOf(text(profile.date)[0], timeZone);
  return {
    id: idOf(alias, path),
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(category !== undefined && { category }),
    tags: [...new Set(text(profile.tags))],
    ...(readers !== undefined &&
      Number.isInteger(readers) && { readers, ...(asOf !== undefined && { readersAsOf: asOf }) }),
    aliases: alias === undefined ? [] : [alias],
  };
}

/** The last part of the address, or of the file's name: the number of the post on most old sites. */
function idOf(alias: string | undefined, path: string): string {
  const ofAddress = alias
    ?.replace(/\?.*$/s, "")
    .split("/")
    .filter((part) => part !== "")
    .at(-1)
    ?.replace(/\.html?$/i, "");
  if (ofAddress !== undefined) return ofAddress;
  const name = path.replace(/\/index\.html?$/i, "").replace(/^.*\//, "");
  return slug(name.replace(/\..*$/, ""));
}
