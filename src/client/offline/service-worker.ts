/**
 * Answers for the site where a reader has it as an app, or has been on it before. Pages come from the network as long
 * as there is one, so that nobody reads an old text; what was read stays for the time without. Files whose names hold a
 * hash are never asked for twice.
 */
import { keepPage, offlinePage, readCache } from "./keep-page.ts";

/** What TypeScript calls ServiceWorkerGlobalScope, in a library that excludes the one of pages. */
interface Worker {
  readonly registration: { readonly scope: string };
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  addEventListener(
    type: "install" | "activate",
    listener: (event: { readonly waitUntil: (work: Promise<unknown>) => void }) => void,
  ): void;
  addEventListener(type: "fetch", listener: (event: Question) => void): void;
}

/** What it calls FetchEvent. */
interface Question {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
  /** Keeps the worker alive until a work is done. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

const worker = self as unknown as Worker;
const { scope } = worker.registration;

/** Files that are kept of what was read: some dozen pages with all that they show. */
const readFiles = 400;

async function begin(): Promise<void> {
  await keepPage(offlinePage(scope), await caches.open(readCache(scope)));
  await worker.skipWaiting();
}

async function answer(event: Question): Promise<Response> {
  const { request } = event;
  const isHashed = request.url.startsWith(`${scope}assets/`);
  const known = isHashed ? await caches.match(request) : undefined;
  if (known) return known;
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic") event.waitUntil(remember(request, response.clone()));
    return response;
  } catch (error) {
    const kept = (await caches.match(request, { ignoreSearch: true })) ?? (await standIn(request));
    if (kept) return kept;
    throw error;
  }
}

function standIn({ mode }: Request): Promise<Response | undefined> {
  return mode === "navigate" ? caches.match(offlinePage(scope)) : Promise.resolve(undefined);
}

/** Renews a file wherever it is kept; else it is something that was read. */
async function remember(request: Request, response: Response): Promise<void> {
  const read = await caches.open(readCache(scope));
  const own = (await caches.keys()).filter((name) => name.startsWith(`suanjing ${scope} `));
  const all = await Promise.all(own.map((name) => caches.open(name)));
  const holds = await Promise.all(all.map((cache) => cache.match(request)));
  const holding = all.filter((_cache, index) => holds[index]);
  await Promise.all([...(holding.length > 0 ? holding : [read])].map((cache) => cache.put(request, response.clone())));
  const files = await read.keys();
  const old = files
    .filter(({ url }) => !url.startsWith(offlinePage(scope)))
    .slice(0, Math.max(0, files.length - readFiles));
  await Promise.all(old.map((file) => read.delete(file)));
}

worker.addEventListener("install", (event) => event.waitUntil(begin()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(scope)) event.respondWith(answer(event));
});
