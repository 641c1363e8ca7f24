import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { contentType } from "./content-type.ts";
import type { Body, Found } from "./lookup.ts";
import { injectScript } from "./reload-script.ts";

export interface SendOptions {
  /** Answer to HEAD: everything but the content. */
  readonly headOnly: boolean;
  /** Build to put into HTML for reloading; absent: HTML goes out as it is. */
  readonly build?: string;
}

/**
 * Sends a file of the output.
 *
 * @returns false, with nothing sent, if it lies on disk and cannot be read any more
 */
export async function sendFile(
  response: ServerResponse,
  found: Extract<Found, { kind: "file" }>,
  options: SendOptions,
): Promise<boolean> {
  const type = contentType(found.path);
  const isPage = options.build !== undefined && type.startsWith("text/html");
  if (typeof found.body === "object" && "file" in found.body && !isPage)
    return streamFile(response, found.body.file, { ...options, type, status: found.status });
  const bytes = await bytesOf(found.body);
  if (!bytes) return false;
  const body = isPage ? Buffer.from(injectScript(new TextDecoder().decode(bytes), options.build ?? "")) : bytes;
  response.writeHead(found.status, { "content-type": type, "content-length": body.byteLength });
  response.end(options.headOnly ? undefined : body);
  return true;
}

async function bytesOf(body: Body): Promise<Uint8Array | undefined> {
  if (typeof body === "string") return Buffer.from(body);
  if (body instanceof Uint8Array) return body;
  const handle = await openFile(body.file);
  try {
    return await handle?.readFile();
  } finally {
    await handle?.close();
  }
}

interface StreamOptions extends SendOptions {
  readonly type: string;
  readonly status: number;
}

async function streamFile(
  response: ServerResponse,
  file: string,
  { type, status, headOnly }: StreamOptions,
): Promise<boolean> {
  const handle = await openFile(file);
  if (!handle) return false;
  try {
    const { size } = await handle.stat();
    response.writeHead(status, { "content-type": type, "content-length": size });
    // The length was announced; a file that grows meanwhile is cut there.
    if (headOnly || size === 0) response.end();
    else await pipeline(handle.createReadStream({ start: 0, end: size - 1, autoClose: false }), response);
    return true;
  } finally {
    await handle.close();
  }
}

/** A file that is still a file: neither replaced by a link, which could lead anywhere, nor by a pipe. */
async function openFile(file: string) {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags).catch(() => undefined);
  if (!handle || (await handle.stat()).isFile()) return handle;
  await handle.close();
  return undefined;
}
