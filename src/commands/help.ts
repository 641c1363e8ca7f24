import {
  buildOptions,
  cacheOptions,
  checkOptions,
  commentsImportOptions,
  devOptions,
  exportOptions,
  hostConfigOptions,
  importOptions,
  newOptions,
  optionHelp,
  previewOptions,
  readersImportOptions,
  pushOptions,
  type OptionTable,
} from "./options.ts";

interface CommandHelp {
  readonly usage: string;
  readonly does: string;
  readonly options: OptionTable;
  /** Of a command that does several things, a line each. */
  readonly forms?: readonly string[];
}

const commands: Readonly<Record<string, CommandHelp>> = {
  build: { usage: "build [options]", does: "build the site into dist/", options: buildOptions },
  dev: {
    usage: "dev [options]",
    does: "serve the site, drafts included, and reload the browser on every change",
    options: devOptions,
  },
  preview: { usage: "preview [options]", does: "serve the built folder as a host would", options: previewOptions },
  check: {
    usage: "check [options]",
    does: "print all diagnostics of the content, write nothing",
    options: checkOptions,
  },
  new: { usage: 'new "标题" [options]', does: "start a post", options: newOptions },
  import: {
    usage: "import KIND PATH [options]",
    does: "bring an older site here, and report what changed",
    options: importOptions,
  },
  "host-config": {
    usage: "host-config KIND [options]",
    does: "print the configuration of nginx, caddy or vercel for the built site",
    options: hostConfigOptions,
  },
  readers: {
    usage: "readers import|list|remove",
    does: "bring reader counts here, or show and remove their sources",
    options: readersImportOptions,
    forms: [
      "readers import SOURCE FILE… [options]   SOURCE: goatcounter, plausible, umami, waline, bylines, nginx, caddy",
      "readers list                            every source with its days and sums",
      "readers remove SOURCE [--dry-run]       take the counts of a source out again",
    ],
  },
  comments: {
    usage: "comments import|list|redact",
    does: "bring comments here, show what there are, or have some forgotten",
    options: commentsImportOptions,
    forms: [
      "comments import SOURCE FILE [options]   SOURCE: artrans, waline, disqus, wordpress",
      "comments list                           every file with its comments",
      "comments redact ID… [--dry-run]         take comments out, and keep imports from bringing them back",
    ],
  },
  push: {
    usage: "push [options]",
    does: "tell IndexNow and Baidu of new and changed posts, with a key from the environment",
    options: pushOptions,
  },
  export: {
    usage: "export epub|pdf [options]",
    does: "make books of series or of a post",
    options: exportOptions,
  },
  cache: { usage: "cache clear", does: "delete what builds have left for the next ones", options: cacheOptions },
};

/** All commands, a line each. */
export function help(): string {
  const rows = Object.values(commands).map(({ usage, does }) => `  ${usage.padEnd(30)}${does}`);
  return `suanjing: a static-site generator for math-heavy Chinese technical blogs\n\n${rows.join("\n")}\n\nsuanjing COMMAND --help shows the options of a command.`;
}

/** Usage and options of one command. */
export function helpOf(name: string): string {
  const command = commands[name];
  if (!command) return help();
  const { usage, does, options, forms = [] } = command;
  const lines = forms.map((form) => `  suanjing ${form}\n`).join("");
  return `suanjing ${usage}\n\n${does}\n\n${lines === "" ? "" : `${lines}\n`}${optionHelp(options)}`;
}
