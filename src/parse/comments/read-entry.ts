import type { StringNode } from "@humanwhocodes/momoa";
import * as z from "zod";
import type { SourceComment } from "../../model/comments.ts";
import type { Span } from "../../model/position.ts";
import { parseDate } from "../../text/dates.ts";
import { known } from "../../text/known.ts";
import type { Range } from "../front-matter/yaml.ts";
import { rangeOf, type JsonNode } from "./json-file.ts";

const text = z.string("is not a text").trim();
const filled = text.min(1, "is empty");
const id = text.regex(/^[\p{L}\p{N}._-]*$/u, "holds more than letters, digits and . _ -");
const flag = z.enum(["true", "false", ""], "is neither “true” nor “false”").default("");

/** The keys of an entry that are read. Values of all others are never looked at, private ones above all. */
const entry = z.object({
  id: id.min(1, "is empty"),
  rid: id.default(""),
  nick: text.default(""),
  link: text.default(""),
  badge_name: text.default(""),
  content: text,
  created_at: filled,
  page_key: filled,
  is_pending: flag,
  is_pinned: flag,
  is_collapsed: flag,
});

type Key = keyof typeof entry.shape;

export interface EntryContext {
  /** The whole file. */
  readonly text: string;
  readonly timeZone: string;
  readonly spanOf: (range: Range) => Span;
  readonly wrong: (message: string, range: Range) => void;
}

export interface ReadEntry {
  readonly comment: SourceComment;
  readonly isPending: boolean;
}

/** Reads one comment; `undefined` if something in it is wrong, which is reported at its place. */
export function readEntry(node: JsonNode, context: EntryContext): ReadEntry | undefined {
  const { wrong, spanOf } = context;
  if (node.type !== "Object") {
    wrong("a comment is an object", rangeOf(node));
    return undefined;
  }
  const nodes = nodesOf(node);
  const data = validated(node, nodes, context);
  if (!data) return undefined;
  const date = parseDate(data.created_at, context.timeZone);
  const rangeAt = (key: Key) => rangeOf(known(nodes, key));
  if (!date) {
    wrong("“created_at” is not a day and a time", rangeAt("created_at"));
    return undefined;
  }
  const { start, end } = rangeAt("content");
  const inner = { start: start + 1, end: end - 1 };
  const isWeb = /^https?:\/\/[^\s/]/i.test(data.link);
  return {
    isPending: data.is_pending === "true",
    comment: {
      id: data.id,
      ...(data.rid !== "" && data.rid !== "0" && { parent: data.rid }),
      name: data.nick,
      ...(isWeb && { link: data.link }),
      hasBadge: data.badge_name !== "",
      date,
      isPinned: data.is_pinned === "true",
      isCollapsed: data.is_collapsed === "true",
      page: data.page_key,
      content: { literal: context.text.slice(inner.start, inner.end), start: spanOf(inner).start },
      places: {
        id: spanOf(rangeAt("id")),
        parent: spanOf(rangeOf(nodes.get("rid") ?? node)),
        page: spanOf(rangeAt("page_key")),
      },
    },
  };
}

type Nodes = ReadonlyMap<Key, JsonNode>;

/** The values that are read, as nodes; of two of one name the last. */
function nodesOf({ members }: Extract<JsonNode, { type: "Object" }>): Nodes {
  return new Map(
    members.flatMap(({ name, value }) => {
      // A name without quotes is no JSON.
      const key = (name as StringNode).value;
      return Object.hasOwn(entry.shape, key) ? [[key as Key, value] as const] : [];
    }),
  );
}

function validated(node: JsonNode, nodes: Nodes, { text: source, wrong }: EntryContext) {
  const values = [...nodes].map(([key, value]) => [key, value.type === "String" ? value.value : null] as const);
  const result = entry.safeParse(Object.fromEntries(values));
  for (const { path, message } of result.error?.issues ?? []) {
    const key = path[0] as Key;
    const value = nodes.get(key);
    wrong(value ? `“${key}” ${message}` : `the comment has no “${key}”`, rangeOf(value ?? node));
  }
  const { start, end } = rangeOf(nodes.get("content") ?? node);
  const isOnOneLine = !/\p{Cc}/u.test(source.slice(start, end));
  if (result.success && !isOnOneLine)
    wrong("“content” holds an end of line or a tab that is not escaped", { start, end });
  return result.success && isOnOneLine ? result.data : undefined;
}
