import { readXml, type TextSink, type XmlElement, type XmlProblem } from "../read-xml.ts";

/** `id` (what the page called itself), `link`, `title`. */
export type DisqusThread = ReadonlyMap<string, string>;

export interface DisqusPost {
  readonly line: number;
  readonly id: string;
  readonly thread: string;
  /** Identity of the post that is answered; empty for none. */
  readonly parent: string;
  /** `message`, `createdAt`, `isDeleted`, `isSpam`, `name`; e-mail, address of the machine and the like are not read. */
  readonly fields: ReadonlyMap<string, string>;
}

export interface Disqus {
  readonly threads: ReadonlyMap<string, DisqusThread>;
  readonly posts: readonly DisqusPost[];
  readonly problems: readonly XmlProblem[];
}

/** Fields by the elements around them. */
const fieldsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["disqus/thread", new Set(["id", "link", "title"])],
  ["disqus/post", new Set(["message", "createdAt", "isDeleted", "isSpam"])],
  ["disqus/post/author", new Set(["name"])],
]);

interface OpenPost {
  readonly line: number;
  readonly id: string;
  thread: string;
  parent: string;
  readonly fields: Map<string, string>;
}

/** Reads an export of Disqus, within the bounds of `readXml`. */
export function readDisqus(text: string): Disqus {
  const threads = new Map<string, Map<string, string>>();
  const posts: OpenPost[] = [];
  let fields = new Map<string, string>();
  const open = (element: XmlElement): TextSink | undefined => {
    const { name, ancestors, line } = element;
    const around = ancestors.join("/");
    const id = element.attributes["dsq:id"] ?? "";
    if (around === "disqus") {
      fields = new Map();
      if (name === "thread") threads.set(id, fields);
      if (name === "post") posts.push({ line, id, thread: "", parent: "", fields });
    }
    const post = around === "disqus/post" ? posts.at(-1) : undefined;
    if (post && (name === "thread" || name === "parent")) post[name] = id;
    return fieldsOf.get(around)?.has(name) === true ? into(fields, name) : undefined;
  };
  const problems = readXml(text, { open, close: () => {} });
  return { threads, posts, problems };
}

function into(fields: Map<string, string>, key: string): TextSink {
  return (text) => void fields.set(key, (fields.get(key) ?? "") + text);
}
