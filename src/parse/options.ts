import type { ParseOptions, SiteConfig } from "../model/config.ts";

/** Takes the settings of parsing out of a configuration. */
export function parseOptions(config: SiteConfig): ParseOptions {
  const { timeZone, author, language, base, oldHosts, excerptLength, math } = config;
  return { timeZone, author, language, base, oldHosts, excerptLength, math };
}
