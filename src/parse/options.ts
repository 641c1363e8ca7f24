import type { ParseOptions, SiteConfig } from "../model/config.ts";

/**
 * Takes the settings of parsing out of a configuration.
 *
 * @param citations whether the content has a `references.bib`
 */
export function parseOptions(config: SiteConfig, citations = false): ParseOptions {
  const { timeZone, author, language, base, oldHosts, excerptLength, math, search } = config;
  const ownHost = /^https?:\/\/([^/]+)/.exec(config.baseUrl)?.[1];
  return {
    timeZone,
    author,
    language,
    base,
    // A link to the site itself with its whole address is a link within the archive.
    oldHosts: ownHost === undefined ? oldHosts : [...oldHosts, ownHost.toLowerCase()],
    excerptLength,
    math,
    citations,
    search: search.engine !== "none",
  };
}
