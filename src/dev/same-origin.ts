/** Names by which this machine may be called; other names that resolve to it belong to somebody else. */
const localNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a `Host` header names this machine, with any port.
 *
 * A page of another site can make its own name resolve to this machine (DNS rebinding); the header still
 * holds that name.
 */
export function isOwnHost(host: string | undefined): boolean {
  const name = /^(\[[0-9a-f:]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(host ?? "")?.[1];
  return name !== undefined && localNames.has(name.toLowerCase());
}

/** Whether an `Origin` header, if there is one, is that of the pages of the host that is asked. */
export function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
}
