import type {
  Attachment,
  Importer,
  ImportedSite,
  ImportFile,
  ImportInput,
  ImportOptions,
} from "../../model/imported.ts";
import { attachmentsFor } from "../attachments.ts";
import { decode } from "../decode.ts";
import { emptySite, joinSites, unreadable } from "../imported-site.ts";
import { withinStack } from "../within-stack.ts";
import { readProfile, type Profile } from "./profile.ts";
import { readPage } from "./read-page.ts";
import { isPage, mayBePage } from "./saved-page.ts";

/** A folder of saved pages, read by a profile of selectors. */
export const html: Importer = {
  name: "html",
  wants: mayBePage,
  read(input, options) {
    const { profile = "kexue" } = options;
    const read = readProfile(profile);
    if (!read.ok) return { ...emptySite("html"), notes: [{ file: profile.slice(0, 80), message: read.message }] };
    const site = joinSites(
      "html",
      input.files.filter(isPage).map((file) => readFile(file, read.profile, options)),
    );
    return { ...site, attachments: picturesOf(site, input) };
  },
};

function readFile(file: ImportFile, profile: Profile, options: ImportOptions): ImportedSite {
  const decoded = decode(file.bytes);
  if (!decoded.ok) return { ...emptySite("html"), notes: [unreadable(file.path, decoded)] };
  const page = { path: file.path, html: decoded.text };
  const site = withinStack(file.path, "html", () => readPage(page, profile, options));
  if (decoded.converted === undefined) return site;
  return { ...site, notes: [...site.notes, { file: file.path, message: `converted from ${decoded.converted}` }] };
}

/** Pictures with an address from the root keep it, if the folder has them at that place. */
function picturesOf({ posts }: ImportedSite, { paths }: ImportInput): readonly Attachment[] {
  return attachmentsFor(
    posts.flatMap(({ before }) => [...before.images, ...before.links]),
    paths,
  );
}
