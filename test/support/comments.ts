/** An entry of a file of comments, with what every entry needs. */
export function comment(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    id: "1",
    nick: "甲",
    content: "好",
    created_at: "2024-01-03 10:00:00 +0800",
    page_key: "/archives/a/",
    ...fields,
  };
}

/** A file of comments in the text of a site. */
export function commentFile(name: string, entries: readonly Readonly<Record<string, string>>[]): string {
  return `-- data/comments/${name}.json --\n${JSON.stringify(entries, null, 2)}\n`;
}
