import type { VNode } from "preact";
import type { Html } from "../../src/model/brand.ts";

interface RawProps {
  readonly html: Html;
  readonly as?: "div" | "span" | "h1" | "h2" | "script";
  readonly class?: string;
  readonly id?: string;
  readonly "data-macros"?: string | undefined;
  /** Kind of the data in a script. */
  readonly type?: string;
}

/** The one place where prepared markup enters a page; it takes only markup that is known to be escaped. */
export function Raw({ html, as: Tag = "span", ...rest }: RawProps): VNode {
  return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}
