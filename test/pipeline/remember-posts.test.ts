import { expect, it } from "vitest";
import type { ContentHash, SourcePath } from "../../src/model/brand.ts";
import type { JobTypes, NoteInput, Pool, PostInput } from "../../src/model/ports.ts";
import { rememberPosts } from "../../src/pipeline/remember-posts.ts";

const input = (path: string, hash: string, more: Partial<PostInput> = {}): PostInput => ({
  path: path as SourcePath,
  text: "",
  hash: hash as ContentHash,
  ...more,
});

/** A pool that notes what it makes, of a file with which hash. */
function noting() {
  const made: string[] = [];
  const pool: Pool = {
    async *map(job: keyof JobTypes, inputs: Iterable<unknown>) {
      for (const one of inputs as Iterable<PostInput | NoteInput>) {
        const [name, { hash }] = "note" in one ? [one.note.name, one.file] : [one.path, one];
        made.push(`${name} ${hash}`);
        const value = job === "post" ? { hit: false, parseMs: 1, mathMs: 1 } : undefined;
        yield { value, diagnostics: [{ message: hash }] } as never;
      }
    },
    postsMade: async () => {},
    share: async () => {},
    close: async () => {},
  };
  const remembering = rememberPosts(pool);
  const runJob = async <Name extends "post" | "note">(job: Name, inputs: readonly JobTypes[Name]["input"][]) => {
    made.length = 0;
    const said: unknown[] = [];
    for await (const { diagnostics } of remembering.map(job, inputs))
      said.push(...diagnostics.map(({ message }) => message));
    return said;
  };
  return {
    made,
    run: (...inputs: readonly PostInput[]) => runJob("post", inputs),
    runNotes: (...inputs: readonly NoteInput[]) => runJob("note", inputs),
  };
}

it("makes a post again when its text or the number before it is another, or the store has lost it", async () => {
  const { made, run } = noting();
  expect(await run(input("a", "1"), input("b", "1"))).toEqual(["1", "1"]);
  expect(made).toEqual(["a 1", "b 1"]);
  expect(await run(input("a", "2"), input("b", "1"))).toEqual(["2", "1"]);
  expect(made).toEqual(["a 2"]);
  await run(input("a", "2"), input("b", "1", { after: 4 }));
  expect(made).toEqual(["b 1"]);
  await run(input("a", "2", { isLost: true }), input("b", "1", { after: 4 }));
  expect(made).toEqual(["a 2"]);
  expect(await run(input("a", "1"), input("b", "1"))).toEqual(["1", "1"]);
  expect(made).toEqual(["a 1"]);
});

it("makes a note again only when its file is another", async () => {
  const { made, runNotes } = noting();
  const noteIn = (name: string, hash: string): NoteInput => ({
    file: input("series.yaml", hash),
    note: { name, text: "", line: 1, indent: 0 },
  });
  expect(await runNotes(noteIn("a", "1"), noteIn("b", "1"))).toEqual(["1", "1"]);
  expect(await runNotes(noteIn("a", "1"), noteIn("b", "1"))).toEqual(["1", "1"]);
  expect(made).toEqual([]);
  expect(await runNotes(noteIn("a", "2"))).toEqual(["2"]);
  expect(made).toEqual(["a 2"]);
});
