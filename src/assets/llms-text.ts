import type { OutPath, PostId } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { besidePage } from "../text/beside-page.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";

/** The site for language models (llms.txt): every post as Markdown, series by series, posts without a series last. */
export function llmsText(site: Site): OutputFile {
  const { title, description, language } = site.config;
  const others = site.posts.map(({ meta }) => meta.id).filter((id) => !site.seriesOf.has(id));
  const sections = [
    ...site.series.map(({ name, posts }) => ({ name, posts })),
    { name: language === "en" ? "Other posts" : "其他文章", posts: others },
  ].filter(({ posts }) => posts.length > 0);
  const intro = description === "" ? "" : `\n> ${oneLine(description)}\n`;
  const lists = sections.map(
    ({ name, posts }) => `\n## ${oneLine(name)}\n\n${posts.map((id) => line(site, id)).join("")}`,
  );
  return { path: "llms.txt" as OutPath, body: `# ${oneLine(title)}\n${intro}${lists.join("")}`, yields: true };
}

function line(site: Site, id: PostId): string {
  const { titleText, description } = known(site.byId, id);
  const url = site.config.baseUrl + hrefTo(site, besidePage(known(site.urlOf, id), "index.md"));
  const more = description === "" ? "" : `: ${oneLine(description)}`;
  return `- [${titleText.replace(/[[\]\\]/g, "\\$&")}](${url})${more}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
