import type { OutputFile, PagePlan } from "../model/page.ts";
import type { SearchProps } from "../model/theme.ts";
import { hrefTo } from "../text/site-href.ts";
import { toOutPath } from "../text/url-path.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { renderFragment } from "./render.ts";
import { fixed } from "./routes.ts";

type Input = Pick<PageInput, "site" | "theme">;

export function searchProps(plan: PagePlan, { site, theme }: Input): SearchProps {
  const names = theme.names(site.config.language);
  const link = (url: "archive" | "series" | "tags") => ({ href: hrefTo(site, fixed[url]), text: names[url] });
  return {
    frame: frame(plan, { site, theme }, { title: names.search }),
    elsewhere: [link("archive"), link("series"), link("tags")],
  };
}

/** The dialog, which other pages load when a reader opens it. */
export function searchBesides({ site, theme }: Input): readonly OutputFile[] {
  const dialog = theme.searchDialog({ language: site.config.language, href: hrefTo(site, fixed.search) });
  return [{ path: toOutPath(fixed.searchDialog), body: renderFragment(dialog) }];
}
