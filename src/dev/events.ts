import type { IncomingMessage, ServerResponse } from "node:http";

/** What pages are told: which build is served, and the errors of the last one. Paths of the disk are not for them. */
export interface BuildState {
  readonly build: string;
  readonly problems: readonly { readonly text: string; readonly canOpen: boolean }[];
}

/** The open event streams of pages. */
export interface Events {
  readonly open: (request: IncomingMessage, response: ServerResponse, state: BuildState) => void;
  readonly tell: (state: BuildState) => void;
  readonly close: () => void;
}

/** Streams beyond this are refused; browsers open one a page. */
const maxStreams = 200;
/** A comment now and then shows dead connections. */
const beatMs = 20_000;

/** Server-sent events: every page hears the state when it connects and whenever it changes. */
export function openEvents(): Events {
  const streams = new Set<ServerResponse>();
  const beat = setInterval(() => streams.forEach((stream) => stream.write(":\n\n")), beatMs);
  beat.unref();
  return {
    open(request, response, state) {
      if (streams.size >= maxStreams) {
        response.writeHead(503, { "content-type": "text/plain" }).end("too many event streams\n");
        return;
      }
      response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" });
      response.write(message(state));
      streams.add(response);
      request.on("close", () => streams.delete(response));
      response.on("close", () => streams.delete(response));
    },
    tell(state) {
      for (const stream of streams) stream.write(message(state));
    },
    close() {
      clearInterval(beat);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}

/** JSON has no line ends outside its escapes, so that one line holds it. */
function message(state: BuildState): string {
  return `retry: 500\ndata: ${JSON.stringify(state)}\n\n`;
}
