import matter from "gray-matter";
import { isAlias, isCollection, isMap, isScalar, parseDocument, visit, type Document, type Pair } from "yaml";

/** Deepest nesting of collections in front matter. */
const maxDepth = 20;
/** Aliases that may be resolved, against documents that grow exponentially. */
const maxAliases = 32;
/** Keys that would reach an object's prototype. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Offset range in the file. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type YamlResult =
  | {
      readonly ok: true;
      readonly data: Readonly<Record<string, unknown>>;
      /** Where the key and its value stand; `undefined` for a key that is not there. */
      readonly rangeOf: (key: string) => Range | undefined;
    }
  | { readonly ok: false; readonly message: string; readonly range: Range };

class YamlProblem extends Error {
  readonly range: Range;
  constructor(message: string, range: Range) {
    super(message);
    this.range = range;
  }
}

/**
 * Reads a closed block of front matter with gray-matter, whose every engine is replaced: `yaml` by the
 * bounded parser below, all others (it would run `js` and `javascript`) by one that refuses. An options
 * object is always passed, because without one gray-matter answers from a cache that it shares.
 *
 * @param head the file from its start to the end of the closing fence
 */
export function readYaml(head: string): YamlResult {
  let document: Document | undefined;
  const refuse = () => {
    throw new YamlProblem("front matter is read as YAML only", { start: 0, end: 3 });
  };
  const yaml = (text: string) => {
    // gray-matter hands over what follows the three dashes.
    document = parseBounded(text, 3);
    return toData(document);
  };
  const engines = { yaml, js: refuse, javascript: refuse, json: refuse, coffee: refuse, cson: refuse, toml: refuse };
  try {
    const { data } = matter(head, { language: "yaml", engines });
    return { ok: true, data, rangeOf: (key) => rangeOf(document, key) };
  } catch (error) {
    if (error instanceof YamlProblem) return { ok: false, message: error.message, range: error.range };
    throw error;
  }
}

/** YAML 1.2 core schema: dates stay text, no tags, no duplicate keys, bounded depth and aliases. */
function parseBounded(text: string, offset: number): Document {
  const document = parseDocument(text, { schema: "core", version: "1.2", prettyErrors: false, logLevel: "silent" });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new YamlProblem(problem.message, { start: problem.pos[0] + offset, end: problem.pos[1] + offset });
  let aliases = 0;
  visit(document, (_key, node, path) => {
    if (!isCollection(node) && !isScalar(node) && !isAlias(node)) return;
    const [start = 0, end = 0] = node.range ?? [];
    const range = { start: start + offset, end: end + offset };
    if (isAlias(node) && (aliases += 1) > maxAliases) throw new YamlProblem("too many aliases", range);
    if (path.length > 2 * maxDepth) throw new YamlProblem("nested too deeply", range);
    if (isScalar(node) && forbiddenKeys.has(String(node.value))) {
      throw new YamlProblem(`“${String(node.value)}” is not allowed here`, range);
    }
  });
  return document;
}

export type YamlFile =
  | {
      readonly ok: true;
      readonly data: unknown;
      /** Where the value at a path of keys and indices stands. */
      readonly rangeAt: (path: readonly (string | number)[]) => Range | undefined;
    }
  | { readonly ok: false; readonly message: string; readonly range: Range };

/** Reads a whole file of YAML under the same bounds as front matter. */
export function readYamlFile(text: string): YamlFile {
  try {
    const document = parseBounded(text, 0);
    return {
      ok: true,
      data: document.toJS({ maxAliasCount: maxAliases }) as unknown,
      rangeAt(path) {
        const node = document.getIn(path, true);
        const range = isScalar(node) || isCollection(node) ? node.range : undefined;
        return range ? { start: range[0], end: range[1] } : undefined;
      },
    };
  } catch (error) {
    if (error instanceof YamlProblem) return { ok: false, message: error.message, range: error.range };
    throw error;
  }
}

function toData(document: Document): Record<string, unknown> {
  const { contents } = document;
  if (contents === null) return {};
  if (!isMap(contents)) {
    throw new YamlProblem("front matter is not a list of keys and values", { start: 0, end: 3 });
  }
  const data: unknown = document.toJS({ maxAliasCount: maxAliases });
  return { ...(data as Record<string, unknown>) };
}

function rangeOf(document: Document | undefined, key: string): Range | undefined {
  if (!isMap(document?.contents)) return undefined;
  const pair = document.contents.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair && pairRange(pair, 3);
}

function pairRange({ key, value }: Pair, offset: number): Range | undefined {
  const rangeOfNode = (node: unknown) =>
    isScalar(node) || isCollection(node) || isAlias(node) ? node.range : undefined;
  const start = rangeOfNode(key)?.[0];
  if (start === undefined || start === null) return undefined;
  const last = rangeOfNode(value) ?? rangeOfNode(key);
  return { start: start + offset, end: (last?.[1] ?? start) + offset };
}
