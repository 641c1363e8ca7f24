import type { PagePlan } from "../model/page.ts";
import type { ArchiveProps, NotFoundProps, OfflineProps, TermProps, TermsProps } from "../model/theme.ts";
import { hrefTo } from "../text/site-href.ts";
import { feedLinks } from "./feed-links.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { byYear, row, summaryOf, termLink } from "./parts.ts";
import { fixed } from "./routes.ts";

type Input = Pick<PageInput, "site" | "theme">;

/** Posts that the page for lost readers offers. */
const recentPosts = 8;

export function archiveProps(plan: PagePlan, { site, theme }: Input): ArchiveProps {
  const title = theme.names(site.config.language).archive;
  return {
    frame: frame(plan, { site, theme }, { title }),
    years: byYear(site, site.posts),
    count: site.posts.length,
    categories: site.categories.map((term) => termLink(site, term)),
    ...(site.backlinks.size > 0 && { graphHref: hrefTo(site, fixed.graph) }),
  };
}

export function termsProps(plan: Extract<PagePlan, { kind: "terms" }>, { site, theme }: Input): TermsProps {
  const { taxonomy } = plan;
  const title = theme.names(site.config.language)[taxonomy];
  return {
    frame: frame(plan, { site, theme }, { title }),
    taxonomy,
    terms: site[taxonomy].map((term) => termLink(site, term)),
  };
}

export function termProps(plan: Extract<PagePlan, { kind: "term" }>, { site, theme }: Input): TermProps {
  const { taxonomy, name } = plan;
  const names = theme.names(site.config.language);
  const feeds = taxonomy === "tags" ? feedLinks(site, plan.url, name) : [];
  const posts = site[taxonomy].find((term) => term.name === name)?.posts ?? [];
  return {
    frame: frame(plan, { site, theme }, { title: names.term(taxonomy, name), alternates: feeds }),
    feeds,
    taxonomy,
    name,
    years: byYear(
      site,
      posts.map((id) => summaryOf(site, id)),
    ),
    count: posts.length,
    all: { href: hrefTo(site, fixed[taxonomy]), text: names[taxonomy] },
  };
}

export function notFoundProps(plan: PagePlan, { site, theme }: Input): NotFoundProps {
  const title = theme.names(site.config.language).notFound;
  return {
    frame: frame(plan, { site, theme }, { title }),
    recent: site.posts.slice(0, recentPosts).map((post) => row(site, post)),
    archiveHref: hrefTo(site, fixed.archive),
  };
}

export function offlineProps(plan: PagePlan, { site, theme }: Input): OfflineProps {
  return { frame: frame(plan, { site, theme }, { title: theme.names(site.config.language).offline }) };
}
