import type { IncomingMessage, ServerResponse } from "node:http";
import { contentType } from "./content-type.ts";
import { openEvents } from "./events.ts";
import type { Problem } from "./problem.ts";
import { editPath, eventsPath, scriptPath } from "./reload-script.ts";

export interface LiveOptions {
  /** Put into every page. */
  readonly script: string;
  /** Opens the editor at a place. */
  readonly edit: (place: NonNullable<Problem["at"]>) => void;
}

/** What pages that renew themselves ask for. */
export interface LivePages {
  /** Tells every page which build is served, and what is wrong with the last one. */
  readonly say: (build: string, problems: readonly Problem[]) => void;
  /** Answers a request for the script, for the events, or for an editor; false if it is none of these. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, path: string) => boolean;
  readonly close: () => void;
}

/**
 * Serves the script that renews pages, and tells pages of builds. They learn no path of the disk: they name a problem by
 * its number, and the editor is opened here.
 */
export function livePages({ script, edit }: LiveOptions): LivePages {
  const events = openEvents();
  let said: { readonly build: string; readonly problems: readonly Problem[] } = { build: "", problems: [] };
  const state = () => ({
    build: said.build,
    problems: said.problems.map(({ text, at }) => ({ text, canOpen: at !== undefined })),
  });
  const open = (number: string, response: ServerResponse) => {
    const at = /^\d+$/.test(number) ? said.problems[Number(number)]?.at : undefined;
    if (at) edit(at);
    response.writeHead(at ? 204 : 404).end();
  };
  return {
    say(build, problems) {
      said = { build, problems };
      events.tell(state());
    },
    answer(request, response, path) {
      const isHead = request.method === "HEAD";
      if (request.method === "POST") open(path.slice(editPath.length), response);
      else if (path === scriptPath)
        response.writeHead(200, { "content-type": contentType(scriptPath) }).end(isHead ? undefined : script);
      else if (path === eventsPath && !isHead) events.open(request, response, state());
      else return false;
      return true;
    },
    close: events.close,
  };
}
