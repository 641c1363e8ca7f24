import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort, programs } from "../../support/web-servers.ts";

/** A real web server that writes down what it is asked, in the form of log that it has by default. */
export interface LoggingServer {
  readonly port: number;
  readonly log: string;
  readonly stop: () => Promise<void>;
}

type Setup = (at: { readonly folder: string; readonly root: string; readonly port: number; readonly log: string }) => {
  readonly config: string;
  readonly args: readonly string[];
};

const setups: Readonly<Record<keyof typeof programs, Setup>> = {
  nginx: ({ folder, root, port, log }) => ({
    args: ["-c", join(folder, "config"), "-e", join(folder, "error.log")],
    config: `
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 64; }
http {
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  if_modified_since before;
  access_log ${log} combined;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    location / { try_files $uri $uri/index.html $uri.html =404; }
  }
}`,
  }),
  caddy: ({ folder, root, port, log }) => ({
    args: ["run", "--config", join(folder, "config"), "--adapter", "caddyfile"],
    config: `
{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${root}
  log {
    output file ${log}
  }
  try_files {path} {path}/index.html {path}.html
  file_server
}`,
  }),
};

/** Starts a server for a built site; its files, the log among them, are in a new folder of its name. */
export async function startLogging(
  name: keyof typeof programs,
  { site, root }: { readonly site: string; readonly root: string },
): Promise<LoggingServer> {
  const folder = join(site, name);
  mkdirSync(folder);
  const log = join(folder, "access.log");
  const port = await freePort();
  const { config, args } = setups[name]({ folder, root, port, log });
  writeFileSync(join(folder, "config"), config);
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(String(programs[name]), args, { env, stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await listening(port);
  return {
    port,
    log,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Waits for the port without a request, which would stand in the log. */
async function listening(port: number): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      });
      socket.once("error", () => resolve(false));
    });
    if (isOpen) return;
    await setTimeout(100);
  }
  throw new Error("the server does not answer");
}
