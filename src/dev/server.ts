import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { openEvents, type BuildState } from "./events.ts";
import { listen } from "./listen.ts";
import { lookUp, type Output } from "./lookup.ts";
import { eventsPath, reloadScript, scriptPath } from "./reload-script.ts";
import { readTarget } from "./request-target.ts";
import { isOwnHost, isOwnOrigin } from "./same-origin.ts";
import { sendFile } from "./send-file.ts";

export interface ServerOptions {
  /** First port to try. */
  readonly port: number;
  /** Whether pages reload after a build and show its errors. */
  readonly reload: boolean;
}

export interface Server {
  readonly port: number;
  /** `http://localhost:4321` */
  readonly origin: string;
  /**
   * From now on this is what is served; requests that have begun end with what they began with. Pages
   * reload, and show the problems if there are any.
   */
  readonly setOutput: (output: Output, problems?: readonly string[]) => void;
  /** Keeps what is served and shows problems on it: a build that gave nothing to serve. */
  readonly setProblems: (problems: readonly string[]) => void;
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
export async function startServer({ port, reload }: ServerOptions): Promise<Server> {
  // A page that was loaded from an earlier run of the server must not take its build for one of this.
  const run = randomUUID().slice(0, 8);
  const events = openEvents();
  let count = 0;
  let output: Output = { files: new Map(), base: "/" };
  let state: BuildState = { build: `${run}.0`, problems: [] };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const refusal = refuse(request);
    if (refusal !== undefined) return refused(response, refusal);
    const target = readTarget(request.url ?? "");
    if (!target.ok) return refused(response, target.status);
    const headOnly = request.method === "HEAD";
    if (reload && target.path === scriptPath) {
      response
        .writeHead(200, { "content-type": "text/javascript; charset=utf-8" })
        .end(headOnly ? undefined : reloadScript);
      return;
    }
    if (reload && target.path === eventsPath && !headOnly) return events.open(request, response, state);
    // The second time for a file of an older build that was just thrown away.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const found = lookUp(target.path, target.query, output);
      if (found.kind === "redirect") return void response.writeHead(302, { location: found.location }).end();
      if (
        found.kind === "file" &&
        (await sendFile(response, found, { headOnly, ...(reload && { build: state.build }) }))
      )
        return;
    }
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
    setOutput(next, problems = []) {
      count += 1;
      output = next;
      state = { build: `${run}.${count}`, problems };
      events.tell(state);
    },
    setProblems(problems) {
      state = { build: state.build, problems };
      events.tell(state);
    },
    async close() {
      events.close();
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
function refuse({ headers, rawHeaders, method }: IncomingMessage): number | undefined {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1) return 400;
  if (!isOwnHost(headers.host) || !isOwnOrigin(headers.origin, headers.host ?? "")) return 403;
  return method === "GET" || method === "HEAD" ? undefined : 405;
}

function refused(response: ServerResponse, status: number): void {
  const allow = status === 405 ? { allow: "GET, HEAD" } : {};
  // What may follow in a connection whose request was refused is not worth reading.
  response
    .writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close", ...allow })
    .end(`${texts[status] ?? ""}\n`);
}
