import type { UserConfig } from "../../src/config/schema.ts";
import { buildSite, type BuiltSite } from "./site.ts";

/** A site of posts by their ids. */
export interface PostSite extends BuiltSite {
  /** Text of a file; a missing one fails the test. */
  readonly file: (path: string) => string;
  /** File without its folder, code, message and hint of each diagnostic: `a.md: link/… message → hint`. */
  readonly remarks: readonly string[];
}

/** Front matter without its fences, then the text. */
export type GivenPost = readonly [matter: string, text: string];

/**
 * Builds posts, id → front matter and text, and a file about series. Posts get a title and a date if they name none.
 */
export async function builtSite(
  posts: Readonly<Record<string, GivenPost>>,
  settings: UserConfig = {},
  seriesYaml?: string,
): Promise<PostSite> {
  const sources = Object.entries(posts).map(([name, [matter, text]]) => {
    const title = /^title:/m.test(matter) ? [] : [`title: ${name}`];
    const date = /^date:/m.test(matter) ? [] : ["date: 2020-01-01"];
    return [`-- posts/${name}.md --`, "---", `id: ${name}`, ...title, ...date, matter, "---", text, ""].join("\n");
  });
  const series = seriesYaml === undefined ? [] : [`-- data/series.yaml --\n${seriesYaml}\n`];
  const config = { title: "示例站", author: "张三", ...settings };
  const site = await buildSite([...sources, ...series].join(""), { config });
  return {
    ...site,
    remarks: site.diagnostics.map(
      ({ file, code, message, hint }) =>
        `${file.replace(/^posts\//, "")}: ${code} ${message}${hint === undefined ? "" : ` → ${hint}`}`,
    ),
    file(path) {
      const text = site.files.get(path);
      if (text === undefined) throw new Error(`there is no ${path} among ${[...site.files.keys()].join(", ")}`);
      return text;
    },
  };
}
