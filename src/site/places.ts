import type { PostId } from "../model/brand.ts";
import type { Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { oldAnchor } from "../text/old-anchor.ts";
import { slug } from "../text/slug.ts";

type Posts = Pick<Site, "byId" | "config">;

/** Places of the page around every post. */
const ofPage: readonly string[] = ["main", "cite"];

/** Places of a post: headings and notes, equations, and the names that an older site gave to equations. */
export function placesOf(id: PostId, { byId, config }: Posts): readonly string[] {
  const { anchors, labels } = known(byId, id);
  const named = labels.map(({ label, number }) => oldAnchor({ labels: [label], number }, config.math.anchors));
  const numbered = anchors
    .filter((anchor) => anchor.startsWith("eq:") && !labels.some(({ id }) => id === anchor))
    .map((anchor) => oldAnchor({ labels: [], number: anchor.slice("eq:".length) }, config.math.anchors));
  return [...anchors, ...[...named, ...numbered].filter((anchor) => anchor !== undefined)];
}

/**
 * The place that a fragment names: itself, or a heading whose words it has, as older sites wrote them (`#Total Variation`).
 * The top of the page has no name. `undefined` if the post has no such place.
 */
export function findPlace(id: PostId, fragment: string, site: Posts): string | undefined {
  const places = [...placesOf(id, site), ...ofPage];
  if (fragment === "" || places.includes(fragment)) return fragment;
  const words = slug(fragment);
  return places.find((place) => slug(place) === words);
}
