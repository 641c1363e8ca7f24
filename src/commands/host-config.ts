import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Theme } from "../model/theme.ts";
import { caddyConfig, nginxConfig, type ServerInput } from "../assets/server-config.ts";
import { vercelConfig } from "../assets/vercel-config.ts";
import { useError } from "../host/use-error.ts";
import { hostConfigOptions, readOptions } from "./options.ts";
import { openProject } from "./project.ts";
import { scriptHashes } from "./style-assets.ts";
import type { Terminal } from "./terminal.ts";

const kinds: Readonly<Record<string, (input: ServerInput) => string>> = {
  nginx: nginxConfig,
  caddy: caddyConfig,
  vercel: vercelConfig,
};

/** `suanjing host-config KIND`: prints what a server needs to know to serve the built site. */
export async function hostConfig(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, hostConfigOptions);
  const [kind = ""] = positionals;
  const print = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!print) throw useError(`host-config takes one of ${Object.keys(kinds).join(", ")}`, "suanjing host-config nginx");
  const { config, themeFile } = await openProject(root, values);
  const { default: theme } = (await import(pathToFileURL(themeFile).href)) as { readonly default: Theme };
  io.out(
    print({ config, scriptHashes: scriptHashes(theme), folder: resolve(root, values.folder ?? "dist") }).trimEnd(),
  );
  return 0;
}
