import { useError } from "../host/use-error.ts";
import { nearest } from "../text/edit-distance.ts";
import type { Terminal } from "./terminal.ts";

type Action = (root: string, args: readonly string[], io: Terminal) => Promise<number>;

/**
 * One of the things that a command does.
 * @throws a use error for a name that is none of them
 */
export function chooseAction(
  command: string,
  name: string | undefined,
  actions: Readonly<Record<string, Action>>,
): Action {
  const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action) return action;
  const names = Object.keys(actions);
  const known = nearest(name ?? "", names, 3);
  throw useError(
    name === undefined ? `say what to do with ${command}` : `there is no suanjing ${command} ${name}`,
    known === undefined ? `one of ${names.join(", ")}` : `did you mean ${known}?`,
  );
}

/**
 * What is to be imported, by its name.
 * @throws a use error for a name that is unknown
 */
export function chooseKind(kind: string | undefined, kinds: readonly string[], what: string): string {
  if (kind !== undefined && kinds.includes(kind)) return kind;
  if (kind === undefined) throw useError("say what to import", `one of ${kinds.join(", ")}`);
  const known = nearest(kind, kinds, 3);
  throw useError(
    `there is no ${what} “${kind}”`,
    known === undefined ? `one of ${kinds.join(", ")}` : `did you mean ${known}?`,
  );
}
