/** What a service said to a list of addresses. */
export type PushAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** `fetch`, as far as it is used here. */
export type Send = (
  url: string,
  request: {
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

export interface PushTarget {
  /** Origin of the site, `https://example.org`. */
  readonly origin: string;
  /** What the service knows the owner by; it comes from the environment and is never printed. */
  readonly token: string;
  /** Address of the file with the key of IndexNow. */
  readonly keyLocation: string;
}

export interface PushService {
  readonly name: string;
  /** Environment variable with the key or token. */
  readonly variable: string;
  /** Most addresses of one request. */
  readonly most: number;
  /** Whether the site must hold a file with the key. */
  readonly needsKeyFile: boolean;
  readonly push: (urls: readonly string[], target: PushTarget, send: Send) => Promise<PushAnswer>;
}

const timeoutMs = 30_000;

/** One request; a service that cannot be reached is an answer too. */
async function answerOf(sending: Promise<Response>, read: (answer: Response) => Promise<PushAnswer>) {
  try {
    return await read(await sending);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) } as const;
  }
}

/** Bing, Yandex, Seznam, Naver and others, which share what one of them is told. */
const indexNow: PushService = {
  name: "IndexNow",
  variable: "INDEXNOW_KEY",
  most: 10_000,
  needsKeyFile: true,
  push(urls, { origin, token, keyLocation }, send) {
    const body = JSON.stringify({ host: new URL(origin).host, key: token, keyLocation, urlList: urls });
    const sending = send("https://api.indexnow.org/indexnow", {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8" },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return answerOf(sending, async ({ ok, status }) => (ok ? { ok } : { ok, reason: `the answer is ${status}` }));
  },
};

/** Baidu's service takes plain HTTP only. */
const baidu: PushService = {
  name: "Baidu",
  variable: "BAIDU_TOKEN",
  most: 2000,
  needsKeyFile: false,
  push(urls, { origin, token }, send) {
    const query = new URLSearchParams({ site: origin, token }).toString();
    const sending = send(`http://data.zz.baidu.com/urls?${query}`, {
      method: "POST",
      headers: { "Content-Type": "text/plain" },
      body: urls.join("\n"),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return answerOf(sending, async (answer) => {
      if (answer.ok) return { ok: true };
      const { message = `the answer is ${answer.status}` } = (await answer.json()) as { readonly message?: string };
      return { ok: false, reason: message };
    });
  },
};

export const pushServices: readonly PushService[] = [indexNow, baidu];
