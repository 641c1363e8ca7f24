import matter from "gray-matter";
import { isAlias, isMap, isNode, isScalar, parseDocument, visit, type Document, type Node, type Pair } from "yaml";

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

interface Problem {
  readonly message: string;
  readonly range: Range;
}

/** Offset of the text that gray-matter hands over: it follows the three dashes. */
const textStart = 3;
const opening: Range = { start: 0, end: textStart };

/**
 * Reads a closed block of front matter with gray-matter, whose every engine is replaced: `yaml` by the
 * bounded parser below, all others (it would run `js` and `javascript`) by one that refuses. An options
 * object is always passed, because without one gray-matter answers from a cache that it shares.
 *
 * @param head the file from its start to the end of the closing fence
 */
export function readYaml(head: string): YamlResult {
  let items: readonly Pair[] = [];
  let problem: Problem | undefined;
  const refuse = () => {
    problem = { message: "front matter is read as YAML only", range: opening };
    return {};
  };
  const yaml = (text: string) => {
    const document = parseDocument(text, reading);
    const fault = findFault(document) ?? notAMap(document);
    problem = fault && { ...fault, range: moved(fault.range) };
    if (problem || !isMap(document.contents)) return {};
    items = document.contents.items;
    return document.toJS({ maxAliasCount: maxAliases }) as object;
  };
  const engines = { yaml, js: refuse, javascript: refuse, json: refuse, coffee: refuse, cson: refuse, toml: refuse };
  const { data } = matter(head, { language: "yaml", engines });
  if (problem) return { ok: false, ...problem };
  return { ok: true, data: { ...data }, rangeOf: (key) => rangeOf(items, key) };
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
  const document = parseDocument(text, reading);
  const fault = findFault(document);
  if (fault) return { ok: false, ...fault };
  return {
    ok: true,
    data: document.toJS({ maxAliasCount: maxAliases }) as unknown,
    rangeAt(path) {
      const node = document.getIn(path, true);
      return isNode(node) ? rangeOfNode(node) : undefined;
    },
  };
}

/** YAML 1.2 core schema: dates stay text. */
const reading = { schema: "core", version: "1.2", prettyErrors: false, logLevel: "silent" } as const;

/** No tags, no duplicate keys, bounded depth and aliases. */
function findFault(document: Document): Problem | undefined {
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) return { message: fault.message, range: { start: fault.pos[0], end: fault.pos[1] } };
  let found: Problem | undefined;
  let aliases = 0;
  visit(document, {
    Node(_key, node, path) {
      if (isAlias(node)) aliases += 1;
      const message = problemOf(node, document, { depth: path.length, aliases });
      if (message === undefined) return undefined;
      found = { message, range: rangeOfNode(node) };
      return visit.BREAK;
    },
  });
  return found;
}

function notAMap({ contents }: Document): Problem | undefined {
  if (contents === null || isMap(contents)) return undefined;
  return { message: "front matter is not a list of keys and values", range: { start: -textStart, end: 0 } };
}

/** From a place in what gray-matter hands over to a place in the file. */
function moved({ start, end }: Range): Range {
  return { start: start + textStart, end: end + textStart };
}

interface Counts {
  readonly depth: number;
  readonly aliases: number;
}

function problemOf(node: Node, document: Document, { depth, aliases }: Counts): string | undefined {
  if (isAlias(node) && node.resolve(document) === undefined) return `nothing has the anchor “${node.source}”`;
  if ("tag" in node && node.tag !== undefined) return `the tag “${String(node.tag)}” is not read`;
  if (aliases > maxAliases) return "too many aliases";
  if (depth > 2 * maxDepth) return "nested too deeply";
  if (isScalar(node) && forbiddenKeys.has(String(node.value))) return `“${String(node.value)}” is not allowed here`;
  return undefined;
}

function rangeOf(items: readonly Pair[], key: string): Range | undefined {
  const pair = items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  if (!pair) return undefined;
  const { start } = rangeOfNode(pair.key as Node);
  return moved({ start, end: rangeOfNode(pair.value as Node).end });
}

/** Nodes that the parser has made know where they stand. */
function rangeOfNode({ range }: Node): Range {
  const [start, end] = range as NonNullable<Node["range"]>;
  return { start, end };
}
