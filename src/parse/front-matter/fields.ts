import * as z from "zod";

/** One text, or a list whose elements are joined or taken one by one. */
const text = z
  .union([z.string(), z.number()], "is not a text")
  .transform(String)
  .pipe(z.string().trim().min(1, "is empty"));
const texts = z.union([z.array(text), text.transform((one) => one.split(/[,，]/))], "is not a list of texts");
const list = texts.transform((all) => [...new Set(all.map((one) => one.trim()).filter((one) => one !== ""))]);

const count = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d[\d,]*$/)
        .transform((digits) => Number(digits.replaceAll(",", ""))),
    ],
    "is not a count",
  )
  .pipe(z.int("is not a whole number").min(0, "is negative"));

const address = z
  .string("is not an address")
  .regex(/^\/(?!\/)[^\s\\]*$/, "does not start with one “/” or holds white space");
const webAddress = z.url({ protocol: /^https?$/, error: "is not a web address" });

/**
 * The keys of front matter that the generator knows, each with the form of its value. Dates are read
 * apart, because they need the site's time zone. A value of the wrong form is reported and left out.
 */
export const fields = {
  id: text.refine((id) => !/[\s/\\?#%]/.test(id) && !/^\.+$/.test(id), "holds white space or one of / \\ ? # %"),
  title: text,
  author: z.union(
    [
      text,
      z
        .array(text)
        .min(1)
        .transform((all) => all.join("、")),
    ],
    "is not a name",
  ),
  date: text,
  updated: text,
  category: z.union([text, z.tuple([text], text).transform(([first]) => first)], "is not a text"),
  // Each is a page and three feeds, and all of them stand on each of those pages.
  tags: list.refine((all) => all.length <= 100, "has more than 100 names"),
  readers: count,
  readersAsOf: text,
  series: z.union([text, z.literal(false)], "is neither a name nor false"),
  part: z.int("is not a whole number").min(0, "is negative"),
  summary: text,
  draft: z.boolean("is neither true nor false"),
  aliases: z.union([z.array(address), address.transform((one) => [one])], "is not a list of addresses"),
  macros: z.record(
    z.string().regex(/^\\(?:[A-Za-z@]+|[^A-Za-z])$/, "is not a command such as \\dd"),
    z.string("is not TeX"),
    "is not a map of commands to TeX",
  ),
  equations: z
    .strictObject(
      {
        start: z.int("start is not a whole number").min(0, "start is negative").optional(),
        continue: text.optional(),
      },
      "is not of the form {start: 12} or {continue: id}",
    )
    .refine((value) => Object.keys(value).length > 0, "has neither start nor continue"),
  original: z.strictObject({ title: text.optional(), author: text.optional(), url: webAddress.optional() }),
  license: text,
} as const;

export type FieldName = keyof typeof fields;
export type FieldValues = { readonly [Name in FieldName]?: z.output<(typeof fields)[Name]> };

export const fieldNames: readonly FieldName[] = Object.keys(fields) as FieldName[];

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(fields, name);
}
