import type { OutPath, UrlPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { absoluteUrl } from "../text/site-href.ts";
import { xml } from "../text/xml.ts";

/** Longest name that OpenSearch allows. */
const maxName = 16;

/** Lets a browser search the site from its address bar. Nothing while the site's address is not known. */
export function openSearch(site: Site): readonly OutputFile[] {
  const page = absoluteUrl(site, "/search/" as UrlPath);
  if (!site.assets.search || page === undefined) return [];
  const { title, description, language } = site.config;
  const name = Array.from(title).slice(0, maxName).join("");
  const body = xml`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${name}</ShortName>
<Description>${description === "" ? title : description}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>${language}</Language>
<Url type="text/html" method="get" template="${page}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return [{ path: "opensearch.xml" as OutPath, body: body.xml, yields: true }];
}
