import type { SourcePath } from "../model/brand.ts";
import type { Host } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnostic } from "../diagnostics/report.ts";

/** What a host refuses or leaves out in silence. */
interface Limits {
  readonly name: string;
  readonly files?: number;
  readonly fileBytes?: number;
  readonly siteBytes?: number;
  readonly redirects?: number;
}

const mebibyte = 2 ** 20;

/** As the hosts document them for their free plans. */
const limits: Readonly<Record<Exclude<Host, "none">, Limits>> = {
  cloudflare: { name: "Cloudflare Pages", files: 20_000, fileBytes: 25 * mebibyte, redirects: 2000 },
  github: { name: "GitHub Pages", siteBytes: 1024 * mebibyte },
  gitlab: { name: "GitLab Pages", files: 200_000, siteBytes: 1024 * mebibyte, redirects: 1000 },
};

/** A site as it is about to be published. */
export interface Published {
  readonly files: ReadonlyMap<string, { readonly size: number }>;
  /** Rules in `_redirects`. */
  readonly redirects: number;
}

/** What the host of the site would refuse, each with the figures. */
export function hostLimits(host: Host, { files, redirects }: Published): readonly Diagnostic[] {
  if (host === "none") return [];
  const { name, ...limit } = limits[host];
  const over = (what: string, count: number, most = Infinity) =>
    count > most ? [`${name} takes at most ${most} ${what}, and the site has ${count}`] : [];
  const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  const large = [...files].filter(([, { size }]) => size > (limit.fileBytes ?? Infinity));
  const messages = [
    ...over("files", files.size, limit.files),
    ...over("bytes in all", bytes, limit.siteBytes),
    ...over("redirects in _redirects", redirects, limit.redirects),
    ...large.map(
      ([path, { size }]) => `${name} takes files of at most ${limit.fileBytes} bytes, and ${path} has ${size}`,
    ),
  ];
  return messages.map((message) => diagnostic("site/host-limit", "site.config.ts" as SourcePath, message));
}
