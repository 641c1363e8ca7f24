import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { livePages, type LiveOptions } from "./live-pages.ts";
import { listen } from "./listen.ts";
import { lookUp, outputOf, type Output } from "./lookup.ts";
import type { Problem } from "./problem.ts";
import { editPath } from "./reload-script.ts";
import { readTarget } from "./request-target.ts";
import { isOwnHost, isOwnOrigin } from "./same-origin.ts";
import { sendFile } from "./send-file.ts";

export interface ServerOptions {
  /** First port to try. */
  readonly port: number;
  /** For pages that renew themselves after a build and show its errors. */
  readonly live?: LiveOptions;
}

export interface Server {
  readonly port: number;
  /** `http://localhost:4321` */
  readonly origin: string;
  /**
   * From now on this is what is served; requests that have begun end with what they began with. Pages
   * reload, and show the problems if there are any.
   */
  readonly setOutput: (output: Output, problems?: readonly Problem[]) => void;
  /** Keeps what is served and shows problems on it: a build that gave nothing to serve. */
  readonly setProblems: (problems: readonly Problem[]) => void;
  readonly close: () => Promise<void>;
}

const securityHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
} as const;

/**
 * Serves outputs to browsers on this machine, and to nobody else.
 *
 * Only files of the output are ever opened, by looking the path up in it. Requests must name this machine
 * as host; requests of other origins are refused, and no answer has a CORS header. Answers hold neither
 * paths of the disk nor errors of the program.
 *
 * @throws a use error if no port is free
 */
export async function startServer({ port, live }: ServerOptions): Promise<Server> {
  // A page that was loaded from an earlier run of the server must not take its build for one of this.
  const run = randomUUID().slice(0, 8);
  const pages = live && livePages(live);
  let count = 0;
  let served = { output: outputOf(new Map(), "/"), build: `${run}.0` };
  pages?.say(served.build, []);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const refusal = refuse(request, live !== undefined);
    if (refusal !== undefined) return refused(response, refusal);
    const target = readTarget(request.url ?? "");
    if (!target.ok) return refused(response, target.status);
    if (pages?.answer(request, response, target.path) === true) return;
    const headOnly = request.method === "HEAD";
    const give = async ({ output, build }: typeof served): Promise<boolean> => {
      const found = await lookUp(target.path, target.query, output);
      if (found.kind === "redirect") response.writeHead(302, { location: found.location }).end();
      if (found.kind === "file") return sendFile(response, found, { headOnly, ...(live && { build }) });
      return found.kind === "redirect";
    };
    const first = served;
    const isGiven = await give(first).catch((error: unknown) => {
      if (first === served || response.headersSent) throw error;
      return false;
    });
    if (isGiven) return;
    // A file of an older build, which may have been thrown away meanwhile.
    if (first !== served && (await give(served))) return;
    refused(response, 404);
  };

  const listening = await listen(port, (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refused(response, 500);
    });
  });
  return {
    port: listening.port,
    origin: `http://localhost:${listening.port}`,
    setOutput(next, found = []) {
      count += 1;
      served = { output: next, build: `${run}.${count}` };
      pages?.say(served.build, found);
    },
    setProblems: (found) => pages?.say(served.build, found),
    async close() {
      pages?.close();
      await listening.close();
    },
  };
}

const texts: Readonly<Record<number, string>> = {
  400: "Bad Request",
  403: "Forbidden: this server answers to localhost only",
  404: "Not Found",
  405: "Method Not Allowed",
  414: "URI Too Long",
  500: "Internal Server Error",
};

/** The status with which a request is turned away before its target is looked at. */
function refuse({ headers, rawHeaders, method, url = "" }: IncomingMessage, isLive: boolean): number | undefined {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1) return 400;
  if (!isOwnHost(headers.host) || !isOwnOrigin(headers.origin, headers.host ?? "")) return 403;
  // Only pages of this server ask for an editor: a form of another site names that site as its origin.
  if (isLive && method === "POST" && url.startsWith(editPath) && headers.origin !== undefined) return undefined;
  return method === "GET" || method === "HEAD" ? undefined : 405;
}

function refused(response: ServerResponse, status: number): void {
  const allow = status === 405 ? { allow: "GET, HEAD" } : {};
  // What may follow in a connection whose request was refused is not worth reading.
  response
    .writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close", ...allow })
    .end(`${texts[status] ?? ""}\n`);
}
