import { connect } from "node:net";

/** Sends bytes as they are and reads until the server ends the connection; `""` if it only ends it. */
export function rawRequest(port: number, request: string, host = "127.0.0.1"): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, host, () => void socket.write(Buffer.from(request, "latin1")));
    const end = () => resolve(Buffer.concat(chunks).toString("utf8"));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", end).on("close", end);
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? end() : reject(error),
    );
    socket.setTimeout(5000, () => reject(new Error(`no end of the answer to ${request.slice(0, 80)}`)));
  });
}

export interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** A GET of a target, written into the request line as it is. */
export async function get(
  port: number,
  target: string,
  headers: readonly string[] = ["Host: localhost"],
  method = "GET",
): Promise<Answer> {
  return parseAnswer(
    await rawRequest(
      port,
      `${method} ${target} HTTP/1.1\r\n${headers.map((line) => `${line}\r\n`).join("")}Connection: close\r\n\r\n`,
    ),
  );
}

export function parseAnswer(text: string): Answer {
  const end = text.indexOf("\r\n\r\n");
  const head = end < 0 ? text : text.slice(0, end);
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: end < 0 ? "" : text.slice(end + 4) };
}
