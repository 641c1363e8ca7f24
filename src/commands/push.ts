import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { SiteConfig } from "../model/config.ts";
import type { OutPath } from "../model/brand.ts";
import { readManifest, type Manifest } from "../host/manifest.ts";
import { pushServices, type PushService, type Send } from "../host/push-urls.ts";
import { useError } from "../host/use-error.ts";
import { countOf } from "../text/count-of.ts";
import { toUrlPath } from "../text/url-path.ts";
import { pushOptions, readOptions } from "./options.ts";
import { readConfig } from "./project.ts";
import type { Terminal } from "./terminal.ts";

/** The Markdown beside a post's page: it changes when the post does, and not when the theme does. */
const twin = "index.md";

/** Address → hash of what it said when it was told of. */
type Told = ReadonlyMap<string, string>;

/** What a push needs of the world besides files; replaced in tests. */
export interface PushWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly send: Send;
}

/**
 * `suanjing push`: tells search engines of the posts that are new or have changed since the last push. Only services
 * whose key or token is in the environment are asked.
 *
 * @returns exit code: 1 if a service did not take the addresses; it is told of them again next time
 */
export async function push(
  root: string,
  args: readonly string[],
  io: Terminal,
  { env, send }: PushWorld = { env: process.env, send: fetch },
): Promise<number> {
  const { values } = readOptions(args, pushOptions);
  const { config } = await readConfig(root, undefined);
  if (config.baseUrl === "") throw useError("baseUrl in site.config.ts is empty", "set it to the address of the site");
  const out = values.out ?? "dist";
  const manifest = await readManifest(resolve(root, out));
  if (!manifest) throw useError(`${out} holds no built site`, "run suanjing build first");
  const services = pushServices.filter(({ variable }) => (env[variable] ?? "") !== "");
  if (services.length === 0) {
    const names = pushServices.map(({ variable }) => variable).join(" or ");
    throw useError(
      "there is no key or token in the environment",
      `set ${names}; docs/deploying.md tells where they come from`,
    );
  }
  const posts = postsIn(manifest, config);
  let exitCode = 0;
  for (const service of services) {
    const file = join(root, ".suanjing", "pushed", `${service.name.toLowerCase()}.json`);
    const token = String(env[service.variable]);
    const told = await readTold(file);
    const changed = [...posts].filter(([url, hash]) => told.get(url) !== hash).map(([url]) => url);
    if (values["dry-run"] === true) {
      io.out([`${service.name}: ${changed.length} posts`, ...changed].join("\n"));
      continue;
    }
    if (service.needsKeyFile) requireKeyFile(token, manifest);
    const taken = await pushAll(service, changed, { token, config, send, io });
    const fresh = taken.map((url) => [url, String(posts.get(url))] as const);
    await writeTold(file, new Map([...[...told].filter(([url]) => posts.has(url)), ...fresh]));
    if (taken.length < changed.length) exitCode = 1;
  }
  return exitCode;
}

/** Absolute addresses of the posts, and the hashes of what they say. */
function postsIn(manifest: Manifest, { baseUrl, base }: SiteConfig): Told {
  const twins = [...manifest].filter(([path]) => path.endsWith(`/${twin}`));
  return new Map(
    twins.flatMap(([path, { sha256 }]) => {
      const page = path.slice(0, -twin.length);
      return manifest.has(`${page}index.html`) ? [[baseUrl + base + toUrlPath(`/${page}`).slice(1), sha256]] : [];
    }),
  );
}

/** The addresses that the service took, in as many requests as it needs. */
async function pushAll(
  service: PushService,
  urls: readonly string[],
  { token, config, send, io }: { token: string; config: SiteConfig; send: Send; io: Terminal },
): Promise<readonly string[]> {
  const target = { origin: config.baseUrl, token, keyLocation: `${config.baseUrl}${config.base}${token}.txt` };
  const taken: string[] = [];
  for (let start = 0; start < urls.length; start += service.most) {
    const some = urls.slice(start, start + service.most);
    const answer = await service.push(some, target, send);
    if (!answer.ok) {
      io.error(`${service.name} did not take ${some.length} posts: ${answer.reason.replaceAll(token, "…")}`);
      break;
    }
    taken.push(...some);
  }
  io.out(`${service.name}: told of ${countOf(taken.length, "post")}`);
  return taken;
}

/** IndexNow believes a key that stands in a file of the site. */
function requireKeyFile(token: string, manifest: Manifest): void {
  if (!/^[a-zA-Z0-9-]{8,128}$/.test(token)) throw useError("INDEXNOW_KEY is not 8 to 128 letters, digits and dashes");
  if (manifest.has(`${token}.txt` as OutPath)) return;
  throw useError(
    "the site has no file with the key of IndexNow",
    "put the key into public/KEY.txt, named after it, and build",
  );
}

async function readTold(file: string): Promise<Told> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(file, "utf8")) as Record<string, string>));
  } catch {
    return new Map();
  }
}

async function writeTold(file: string, told: Told): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(Object.fromEntries(told), undefined, 1)}\n`);
  await rename(temporary, file);
}
