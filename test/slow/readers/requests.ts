import { request } from "node:http";

export const browsers = ["Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0", "Mozilla/5.0 (Windows NT 10.0) Firefox/151.0"];
export const robots = ["Mozilla/5.0 (compatible; Googlebot/2.1)", "Bytespider", "curl/8.5.0", ""];
export const addresses = Array.from({ length: 12 }, (_, index) => `127.0.0.${index + 2}`);

/** Ways to ask for a post → the path that it is counted under. */
export const posts: Readonly<Record<string, string>> = {
  "/archives/complex/": "/archives/complex/",
  "/archives/complex": "/archives/complex/",
  "/archives/complex/index.html?from=feed": "/archives/complex/",
  "/old/%E5%A4%8D%E6%95%B0.html": "/archives/complex/",
  "/archives/guide/": "/archives/guide/",
  "/archives/rotation-1/#top": "/archives/rotation-1/",
};
const others = ["/", "/tags/", "/readers.csv", "/favicon.svg", "/archives/no-such-post/", "/archives/guide/index.md"];

export interface Asked {
  readonly method: "GET" | "HEAD" | "POST";
  readonly target: string;
  readonly ip: string;
  readonly agent: string;
  readonly isConditional: boolean;
}

/** Numbers that look random and are the same every time. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export function pick<T>(from: readonly T[], roll: (sides: number) => number): T {
  const one = from[roll(from.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

export function requests(count: number): readonly Asked[] {
  const roll = dice(20_261_125);
  return Array.from({ length: count }, (): Asked => {
    const isPost = roll(3) > 0;
    return {
      method: pick(["GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST"] as const, roll),
      target: pick(isPost ? Object.keys(posts) : others, roll),
      ip: pick(addresses, roll),
      agent: pick(roll(4) === 0 ? robots : browsers, roll),
      isConditional: roll(5) === 0,
    };
  });
}

/** Sends a request; the status of the answer. */
export function send({ method, target, ip, agent, isConditional }: Asked, port: number): Promise<number> {
  const headers = {
    ...(agent !== "" && { "user-agent": agent }),
    ...(isConditional && { "if-modified-since": new Date(Date.now() + 60_000).toUTCString() }),
  };
  const path = target.replace(/#.*/, "");
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, localAddress: ip, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** What is to be counted, by the answers that a server gave. */
export interface Truth {
  readonly account: Record<"counted" | "again" | "robots" | "elsewhere" | "notReading", number>;
  /** Path of a post → those who read it. */
  readonly readers: Map<string, Set<string>>;
}

export function noTruth(): Truth {
  return { account: { counted: 0, again: 0, robots: 0, elsewhere: 0, notReading: 0 }, readers: new Map() };
}

export function tell({ account, readers }: Truth, { method, target, ip, agent }: Asked, status: number): void {
  const path = posts[target];
  const isReading = method === "GET" && (status === 200 || status === 304);
  const seen = readers.get(path ?? "") ?? new Set();
  if (!isReading) account.notReading += 1;
  else if (path === undefined) account.elsewhere += 1;
  else if (robots.includes(agent)) account.robots += 1;
  else if (seen.has(ip + agent)) account.again += 1;
  else {
    account.counted += 1;
    readers.set(path, seen.add(ip + agent));
  }
}
