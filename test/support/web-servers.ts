import { spawn, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

export interface RunningServer {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Programs by name → where `npm test` found or installed them. */
export const programs = {
  nginx: [process.env["NGINX_PATH"], "/usr/sbin/nginx"].find((path) => path !== undefined && existsSync(path)),
  caddy: [process.env["CADDY_PATH"], "/usr/bin/caddy"].find((path) => path !== undefined && existsSync(path)),
};

const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** Starts a real nginx with what `host-config nginx` prints; only the port is another. */
export function startNginx(config: string): Promise<RunningServer> {
  return started("nginx", (folder, port) => {
    copyFileSync("/etc/nginx/mime.types", join(folder, "mime.types"));
    const hasBrotli = existsSync(brotliModule);
    const site = hasBrotli ? config.replace("# brotli_static on;", "brotli_static on;") : config;
    writeFileSync(join(folder, "site.conf"), site.replace("listen 80;", `listen 127.0.0.1:${port};`));
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${folder};`,
    );
    writeFileSync(
      join(folder, "nginx.conf"),
      `${hasBrotli ? `load_module ${brotliModule};` : ""}
       ${process.getuid?.() === 0 ? "user root;" : ""}
       daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr error;
       events {}
       http { access_log off; ${temporary.join(" ")} include site.conf; }`,
    );
    return ["-c", join(folder, "nginx.conf"), "-p", folder];
  });
}

/** Starts a real Caddy with what `host-config caddy` prints; only the address is another. */
export function startCaddy(config: string): Promise<RunningServer> {
  return started("caddy", (folder, port) => {
    const site = config.replace(/^\S+ \{/, `http://127.0.0.1:${port} {`);
    writeFileSync(join(folder, "Caddyfile"), `{\n    admin off\n    auto_https off\n}\n${site}\n`);
    return ["run", "--config", join(folder, "Caddyfile")];
  });
}

async function started(
  name: keyof typeof programs,
  prepare: (folder: string, port: number) => readonly string[],
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), `suanjing-${name}-`));
  const port = await freePort();
  const args = prepare(folder, port);
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(String(programs[name]), args, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => void (said += bytes.toString()));
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin, child, () => said);
  return {
    origin,
    async stop() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    if (await fetch(origin).catch(() => undefined)) return;
    await setTimeout(100);
  }
  throw new Error(`the server does not answer: ${said()}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? Number(address?.port) : 0));
    });
  });
}
