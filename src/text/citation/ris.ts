import type { Citable } from "../../model/citation.ts";

const types = { post: "BLOG", series: "ELEC" } as const;

/** The citation as RIS: one tag a line, lines end in CR and LF, values stand on one line. */
export function ris({ kind, title, authors, day, site, url, language }: Citable): string {
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ["TY", types[kind]],
    ["TI", title],
    ...authors.map((author) => ["AU", author] as const),
    ...(day === undefined
      ? []
      : ([
          ["DA", `${day.replaceAll("-", "/")}/`],
          ["PY", day.slice(0, 4)],
        ] as const)),
    ["T2", site],
    ["UR", url],
    ["LA", language],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value.replace(/[\r\n]+/g, " ")}\r\n`).join("");
}
