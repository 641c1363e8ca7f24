import type { Nodes } from "hast";
import { matches, selectAll } from "hast-util-select";
import { toString } from "hast-util-to-string";
import * as z from "zod";
import { plainTheme } from "./profiles/typecho.ts";
import { geekg } from "./profiles/kexue.ts";

const selector = z.string().min(1).max(500);
/** A place on a page, and the part of its text that counts: the first group of an expression. */
const place = z.strictObject({ select: selector, match: z.string().max(500).optional() });

/** Where the parts of a saved page are, as CSS selectors. */
export const profileForm = z.strictObject({
  /** The text of the post. A page without it is none. */
  content: selector,
  title: place.optional(),
  author: place.optional(),
  date: place.optional(),
  readers: place.optional(),
  category: place.optional(),
  /** Every element is a tag. */
  tags: place.optional(),
  /** An element whose `href` or `content` is the address of the page. */
  address: place.optional(),
  /** Parts of the text that are not the author's. */
  remove: z.array(selector).default([]),
  /** The text ends before the first element that one of these selects, or whose text begins so. */
  endAt: z.array(selector).default([]),
  endAtText: z.array(z.string().min(1)).default([]),
  /** A figure: an element with a picture, and the text under it. */
  figure: z.strictObject({ select: selector, caption: selector }).optional(),
  comments: z
    .strictObject({
      /** Each with an id `comment-12`; one inside of another answers it. */
      select: selector,
      nick: selector,
      date: selector,
      content: selector,
    })
    .optional(),
});

export type Profile = z.infer<typeof profileForm>;
export type Place = z.infer<typeof place>;

const builtIn: ReadonlyMap<string, Profile> = new Map([
  ["kexue", profileForm.parse(geekg)],
  ["typecho", profileForm.parse(plainTheme)],
]);

export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly message: string };

/** The profile of a name, or of the text of a file; every selector is tried once, so that a wrong one is reported. */
export function readProfile(nameOrJson: string): ReadProfile {
  const known = builtIn.get(nameOrJson);
  if (known) return { ok: true, profile: known };
  const names = [...builtIn.keys()].join(", ");
  if (!nameOrJson.trimStart().startsWith("{"))
    return { ok: false, message: `there is no profile “${nameOrJson}”; there are ${names}, and files NAME.json` };
  const parsed = profileForm.safeParse(parseJson(nameOrJson));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return { ok: false, message: `the profile cannot be read: ${problems.join("; ")}` };
  }
  const wrong = selectorsOf(parsed.data).find((one) => !isSelector(one));
  if (wrong !== undefined) return { ok: false, message: `“${wrong}” is no CSS selector` };
  return { ok: true, profile: parsed.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function selectorsOf(profile: Profile): readonly string[] {
  const places = [
    profile.title,
    profile.author,
    profile.date,
    profile.readers,
    profile.category,
    profile.tags,
    profile.address,
  ];
  const { figure, comments } = profile;
  return [
    profile.content,
    ...places.flatMap((one) => (one ? [one.select] : [])),
    ...profile.remove,
    ...profile.endAt,
    ...(figure ? [figure.select, figure.caption] : []),
    ...(comments ? Object.values(comments) : []),
  ];
}

function isSelector(text: string): boolean {
  try {
    matches(text, { type: "root", children: [] });
    return true;
  } catch {
    return false;
  }
}

/** Texts of all elements at a place; a `<time>` gives its `datetime`, a `<meta>` its `content`, if an address is asked its `href`. */
export function textsAt(tree: Nodes, { select: at, match }: Place, attribute?: "href"): readonly string[] {
  const form = match === undefined ? undefined : new RegExp(match);
  return selectAll(at, tree).flatMap(({ tagName, properties, children }) => {
    const { dateTime, content, href } = properties;
    const value = attribute === "href" ? (href ?? content) : tagName === "time" ? dateTime : content;
    const text = typeof value === "string" ? value : toString({ type: "root", children });
    const found = form ? form.exec(text)?.[1] : text;
    const folded = found?.replace(/\s+/gu, " ").trim() ?? "";
    return folded === "" ? [] : [folded];
  });
}
