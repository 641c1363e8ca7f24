import type { SiteConfig } from "../model/config.ts";
import { immutable, revalidate, securityHeaders } from "./response-headers.ts";

export interface ServerInput {
  readonly config: Pick<SiteConfig, "base" | "baseUrl" | "comments" | "search">;
  readonly scriptHashes: readonly string[];
  /** The built folder on the server, absolute and without a final `/`. */
  readonly folder: string;
}

/** Files that are for servers, not for readers. */
const unserved = [
  ".suanjing.json",
  "_headers",
  "_redirects",
  "redirects.nginx.map",
  "redirects.missing.nginx.map",
  "redirects.caddy",
  "redirects.missing.caddy",
];

/** A `server` of nginx and the maps that it needs, for a file of `conf.d`. */
export function nginxConfig(input: ServerInput): string {
  const { base } = input.config;
  const headers = securityHeaders(input).map(({ name, value }) => `    add_header ${name} ${quoted(value)} always;`);
  const place = base === "/" ? `root ${quoted(input.folder)};` : `alias ${quoted(`${input.folder}/`)};`;
  const bare = base === "/" ? "" : `    location = ${quoted(base.slice(0, -1))} { return 301 ${quoted(base)}; }\n`;
  const hidden = unserved.map((name) => `    location = ${quoted(base + name)} { return 404; }`);
  return `# Room for long addresses, such as Chinese ones; take it out where nginx calls it a duplicate.
map_hash_bucket_size 1024;
map_hash_max_size 16384;

# Old addresses; a site without any has no such file, which the pattern allows.
map $request_uri $suanjing_moved {
    default "";
    include ${quoted(`${input.folder}/redirects.nginx.ma[p]`)};
}
# The same by patterns, for what is missing.
map $request_uri $suanjing_elsewhere {
    default "";
    include ${quoted(`${input.folder}/redirects.missing.nginx.ma[p]`)};
}
map $uri $suanjing_cache {
    default ${quoted(revalidate)};
    ~^${pattern(base)}assets/ ${quoted(immutable)};
}

server {
    listen 80;
    server_name ${hostOf(input) ?? "_"};

    include mime.types;
    types {
        application/manifest+json webmanifest;
        text/plain md bib ris;
    }
    charset utf-8;
    charset_types text/html text/xml text/plain text/css application/javascript application/json application/atom+xml application/rss+xml;
    absolute_redirect off;
    error_page 404 = @missing;
    recursive_error_pages on;

    # Files of build --compress. For .br install libnginx-mod-http-brotli-static and take the sign away.
    gzip_static on;
    # brotli_static on;
    gzip_vary on;

${headers.join("\n")}
    add_header Cache-Control $suanjing_cache;

    if ($suanjing_moved) { return 301 $suanjing_moved; }
${hidden.join("\n")}
    location @missing {
        error_page 404 ${quoted(`${base}404.html`)};
        if ($suanjing_elsewhere) { return 301 $suanjing_elsewhere; }
        return 404;
    }
${bare}    location ${quoted(base)} { ${place} index index.html; }
}
`;
}

/** A Caddyfile. */
export function caddyConfig(input: ServerInput): string {
  const { base } = input.config;
  const headers = securityHeaders(input).map(({ name, value }) => `    header ${name} ${quoted(value)}`);
  const bare = base === "/" ? "" : `    redir ${quoted(base.slice(0, -1))} ${quoted(base)} 301\n`;
  return `${hostOf(input) ?? ":80"} {
    # Old addresses; a site without any has no such file, which the pattern allows.
    import ${quoted(`${input.folder}/redirects.cadd*`)}

${headers.join("\n")}
${bare}    ${base === "/" ? "handle" : `handle_path ${quoted(`${base}*`)}`} {
        root * ${quoted(input.folder)}
        @hashed {
            path /assets/*
            file
        }
        header @hashed Cache-Control ${quoted(immutable)}
        header ?Cache-Control ${quoted(revalidate)}
        file_server {
            hide ${unserved.join(" ")}
            # Files of build --compress.
            precompressed br gzip
        }
    }
    ${base === "/" ? "" : "handle {\n        error 404\n    }\n    "}handle_errors {
        # The same by patterns, for what is missing.
        import ${quoted(`${input.folder}/redirects.missing.cadd*`)}
        root * ${quoted(input.folder)}
        rewrite * /404.html
        file_server
    }
}
`;
}

function hostOf({ config }: ServerInput): string | undefined {
  return config.baseUrl === "" ? undefined : new URL(config.baseUrl).host;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function pattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
