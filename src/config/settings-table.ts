import * as z from "zod";
import { configSchema } from "./schema.ts";

interface JsonSchema {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** The settings of `site.config.ts` as a Markdown table: key, default, one sentence. Nested keys follow theirs. */
export function settingsTable(): string {
  const schema = z.toJSONSchema(configSchema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  return ["| setting | default | what it is |", "|---|---|---|", ...rowsOf(schema, "")].join("\n");
}

function rowsOf({ properties = {} }: JsonSchema, prefix: string): readonly string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const { description, default: value } = schema;
    const isGroup = schema.properties !== undefined && key !== "license";
    const inner = isGroup ? rowsOf(schema, `${prefix}${key}.`) : [];
    const shown = value === undefined || isGroup ? "" : `\`${JSON.stringify(value)}\``;
    return [`| \`${prefix}${key}\` | ${shown} | ${description ?? ""} |`, ...inner];
  });
}
