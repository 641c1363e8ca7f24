import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { useError } from "../host/use-error.ts";

/** Ports that are tried one after the other. */
const portsToTry = 50;

/**
 * Listens on the loopback addresses of this machine, 127.0.0.1 and, if there is one, ::1, with the same port
 * on both: the given one, or the next that is free. Port 0 is any.
 *
 * @throws a use error if none is free
 */
export async function listen(
  port: number,
  listener: RequestListener,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  for (let next = port; next < port + portsToTry && next <= 65_535; next += 1) {
    const servers = await listenOn(next, listener);
    const address = servers?.[0]?.address();
    if (!servers || !isAddress(address)) continue;
    return { port: address.port, close: async () => void (await Promise.all(servers.map(close))) };
  }
  throw useError(`no port from ${port} on is free`, "choose another one with --port");
}

/** Servers on both addresses; `undefined` if the port is taken on one of them. */
async function listenOn(port: number, listener: RequestListener): Promise<readonly Server[] | undefined> {
  const first = await tryOne(port, "127.0.0.1", listener);
  if (first === "taken" || first === "missing") return undefined;
  const address = first.address();
  const second = await tryOne(isAddress(address) ? address.port : port, "::1", listener);
  if (second !== "taken") return second === "missing" ? [first] : [first, second];
  if (port === 0) return [first];
  await close(first);
  return undefined;
}

function tryOne(port: number, host: string, listener: RequestListener): Promise<Server | "taken" | "missing"> {
  return new Promise((resolve, reject) => {
    const server = createServer({ maxHeaderSize: 64 * 1024, requestTimeout: 30_000, headersTimeout: 20_000 }, listener);
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("taken");
      else if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve("missing");
      else if (error.code === "EACCES")
        reject(useError(`port ${port} is reserved for the system`, "choose one from 1024 on with --port"));
      else reject(error);
    });
    server.listen(port, host, () => {
      server.on("error", () => {});
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isAddress(address: string | AddressInfo | null | undefined): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
