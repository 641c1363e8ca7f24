import { build } from "./commands/build.ts";
import { allowClosedPipes, terminal, type Terminal } from "./commands/terminal.ts";
import { help, helpOf } from "./commands/help.ts";
import { isUseError, useError } from "./host/use-error.ts";
import { nearest } from "./text/edit-distance.ts";

type Command = (root: string, args: readonly string[], io: Terminal) => Promise<number>;

/** Commands by name; what they need is loaded when they are asked for. */
const commands: Readonly<Record<string, Command>> = {
  build,
  check: async (...all) => (await import("./commands/check.ts")).check(...all),
  dev: async (...all) => (await import("./commands/dev.ts")).dev(...all),
  preview: async (...all) => (await import("./commands/preview.ts")).preview(...all),
  new: async (...all) => (await import("./commands/new-post.ts")).newPost(...all),
  cache: async (...all) => (await import("./commands/cache.ts")).cache(...all),
  "host-config": async (...all) => (await import("./commands/host-config.ts")).hostConfig(...all),
  readers: async (...all) => (await import("./commands/readers/readers.ts")).readers(...all),
  comments: async (...all) => (await import("./commands/comments/comments.ts")).comments(...all),
  push: async (root, args, io) => (await import("./commands/push.ts")).push(root, args, io),
  export: async (...all) => (await import("./commands/export/export.ts")).exportBooks(...all),
  import: async (...all) => (await import("./commands/import/import.ts")).importSite(...all),
};

/** Exit codes: 0 fine, 1 content errors, 2 wrong use, 3 a fault of this program. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  try {
    if (name === undefined || name === "help" || isHelp(name)) {
      terminal.out(help());
      return name === undefined ? 2 : 0;
    }
    const command = commandOf(name);
    if (args.some(isHelp)) {
      terminal.out(helpOf(name));
      return 0;
    }
    return await command(process.cwd(), args, terminal);
  } catch (error) {
    return explain(error);
  }
}

function isHelp(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}

/** @throws a use error if there is no such command */
function commandOf(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const known = nearest(name, Object.keys(commands), 3);
  throw useError(
    `there is no command ${name}`,
    known === undefined ? "suanjing help lists them" : `did you mean ${known}?`,
  );
}

/** Prints what went wrong; the exit code. */
function explain(error: unknown): number {
  if (isUseError(error)) {
    terminal.error(error.hint === undefined ? error.message : `${error.message}\n  hint: ${error.hint}`);
    return 2;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.error(`This is a fault of suanjing; please report it.\n${trace}`);
  return 3;
}

allowClosedPipes();
process.exitCode = await main(process.argv.slice(2));
