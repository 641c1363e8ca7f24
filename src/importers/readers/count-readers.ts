import { bylines } from "./bylines.ts";
import type { CountReader } from "./count-export.ts";
import { goatcounter } from "./goatcounter.ts";
import { parseCaddy, parseCombined, type ParseLine } from "./log-lines.ts";
import { plausible } from "./plausible.ts";
import { umami } from "./umami.ts";
import { waline } from "./waline.ts";

/** Systems that count by themselves, in the order in which the help lists them. */
export const countReaders: readonly CountReader[] = [goatcounter, plausible, umami, waline, bylines];

/** Logs of servers, in which the counting is ours: name → how a line is read. */
export const logFormats: ReadonlyMap<string, ParseLine> = new Map([
  ["nginx", parseCombined],
  ["caddy", parseCaddy],
]);
