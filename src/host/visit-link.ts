import { setTimeout } from "node:timers/promises";
import { groupBy } from "../text/group-by.ts";

/** What became of a link to another site. */
export interface LinkState {
  /** Status of the answer; absent if there was none. */
  readonly status?: number;
  /** Why there was none. */
  readonly fault?: string;
}

export interface VisitOptions {
  readonly timeoutMs: number;
  /** Between two requests to the same host. */
  readonly delayMs: number;
}

const agent = "Mozilla/5.0 (compatible; suanjing link checker)";

/** Servers that answer HEAD in a way of their own are asked again. */
const asksAgain = (state: LinkState) => state.status === undefined || state.status >= 400;

/**
 * Asks for addresses of other sites: one host after the other answers in peace, because no host has two requests at
 * once, and there is a pause between them. HEAD comes first, which sends no page; GET if that is not answered well.
 *
 * @param told each address with what became of it, as soon as it is known
 */
export async function visitLinks(
  urls: readonly string[],
  options: VisitOptions,
  told: (url: string, state: LinkState) => void,
): Promise<void> {
  const byHost = groupBy(urls, (url) => new URL(url).host);
  await Promise.all([...byHost.values()].map((ofHost) => visitHost(ofHost, options, told)));
}

async function visitHost(
  urls: readonly string[],
  options: VisitOptions,
  told: (url: string, state: LinkState) => void,
): Promise<void> {
  for (const [index, url] of urls.entries()) {
    if (index > 0) await setTimeout(options.delayMs);
    const head = await ask(url, "HEAD", options);
    if (asksAgain(head)) {
      await setTimeout(options.delayMs);
      told(url, await ask(url, "GET", options));
    } else told(url, head);
  }
}

async function ask(url: string, method: "HEAD" | "GET", { timeoutMs }: VisitOptions): Promise<LinkState> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { method, signal, headers: { "User-Agent": agent } });
    // The page itself is of no interest.
    await answer.body?.cancel();
    return { status: answer.status };
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

/** The error of `fetch` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  const { cause } = error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: "there is no such host",
    ECONNREFUSED: "the host refuses connections",
    ECONNRESET: "the host ended the connection",
  };
  return known[code] ?? (code === "" ? error.message : code);
}
