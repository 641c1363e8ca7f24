import { fenced, type TagTable } from "../markdown/template-tags.ts";

/** Hexo's own tags as Markdown. */
export function hexoTags(addressOf: (name: string) => string | undefined): TagTable {
  return ({ name, args, inner }) => {
    switch (name) {
      case "asset_img":
      case "img": {
        const source = args.find((arg) => /\.\w+$/.test(arg));
        const [title = ""] = args.slice(args.indexOf(source ?? "") + 1).filter((arg) => !/^\d+$/.test(arg));
        return source === undefined ? undefined : `![${title}](${source})`;
      }
      case "asset_link":
        return args[0] === undefined ? undefined : `[${args.slice(1).join(" ") || args[0]}](${args[0]})`;
      case "post_link": {
        const [post = "", ...title] = args;
        const address = addressOf(post);
        return address === undefined ? undefined : `[${title.join(" ") || post}](${address})`;
      }
      case "link":
        return args[1] === undefined ? undefined : `[${args[0]}](${args[1]})`;
      case "codeblock":
      case "code":
        return inner === undefined ? undefined : fenced(inner, languageIn(args));
      case "highlight":
        return inner === undefined ? undefined : fenced(inner, args[0] ?? "");
      case "raw":
        return inner;
      case "math":
        return inner === undefined ? undefined : `$$${inner}$$`;
      case "blockquote":
      case "quote":
        return inner === undefined || args.length > 0 ? undefined : inner.trim().replace(/^/gm, "> ");
      default:
        return undefined;
    }
  };
}

function languageIn(args: readonly string[]): string {
  return args.find((arg) => arg.startsWith("lang:"))?.slice("lang:".length) ?? "";
}
