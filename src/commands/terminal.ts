import { styleText } from "node:util";
import type { Severity } from "../model/diagnostic.ts";

/** Where a command prints; replaced in tests. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether a bar may be drawn over. */
  readonly isInteractive: boolean;
}

export const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
  isInteractive: process.stderr.isTTY === true,
};

/** Whoever reads what is printed may have enough of it (`| head`); the work goes on all the same. */
export function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** Colours for severities where the terminal has colours. */
export function paint(severity: Severity | "dim", text: string): string {
  const colours = { error: "red", warning: "yellow", info: "cyan", dim: "dim" } as const;
  return styleText(colours[severity], text, { stream: process.stderr });
}

const barWidth = 24;
const redrawMs = 80;

/** A bar with posts and formulas done, on a terminal; nothing elsewhere. */
export function progressBar({ isInteractive }: Terminal): {
  readonly update: (done: { readonly posts: number; readonly formulas: number; readonly of: number }) => void;
  readonly clear: () => void;
} {
  let drawn = -Infinity;
  if (!isInteractive) return { update() {}, clear() {} };
  return {
    update({ posts, formulas, of }) {
      const now = performance.now();
      if (now - drawn < redrawMs && posts < of) return;
      drawn = now;
      const bar = filledBar(posts / Math.max(1, of));
      process.stderr.write(`\r\x1b[K${bar} ${posts}/${of} posts, ${formulas} formulas`);
    },
    clear() {
      if (drawn !== -Infinity) process.stderr.write("\r\x1b[K");
    },
  };
}

/** A bar with the part of some bytes that was read, on a terminal; nothing elsewhere. */
export function byteBar(
  { isInteractive }: Terminal,
  of: number,
): { readonly add: (bytes: number) => void; readonly clear: () => void } {
  let drawn = -Infinity;
  let done = 0;
  return {
    add(bytes) {
      done += bytes;
      const now = performance.now();
      if (!isInteractive || now - drawn < redrawMs) return;
      drawn = now;
      const megabytes = `${Math.round(done / 1e6)}/${Math.round(of / 1e6)} MB`;
      process.stderr.write(`\r\x1b[K${filledBar(done / Math.max(1, of))} ${megabytes}`);
    },
    clear() {
      if (drawn !== -Infinity) process.stderr.write("\r\x1b[K");
    },
  };
}

function filledBar(part: number): string {
  const filled = Math.round(Math.min(1, part) * barWidth);
  return "█".repeat(filled) + "░".repeat(barWidth - filled);
}
/** One line of progress that is drawn over, on a terminal; nothing elsewhere. */
export function progressLine({ isInteractive }: Terminal): {
  readonly update: (text: string) => void;
  readonly clear: () => void;
} {
  if (!isInteractive) return { update() {}, clear() {} };
  return {
    update: (text) => void process.stderr.write(`\r\x1b[K${text}`),
    clear: () => void process.stderr.write("\r\x1b[K"),
  };
}
