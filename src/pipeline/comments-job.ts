import type { SourcePath, Template } from "../model/brand.ts";
import type { CommentProblem, CommentThread, JsonText, SetComment, ThreadComment } from "../model/comments.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Glyphs } from "../model/post.ts";
import type { CommentsInput, CommentsResult, JobDeps, StoredComments } from "../model/ports.ts";
import type { Span } from "../model/position.ts";
import { joinGlyphs, signsOfNumbers } from "../assets/katex-fonts.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { finalDefinitions, finalMacros } from "../math/macros/final-macros.ts";
import { openComments, type TypesetComment } from "../math/typeset-comments.ts";
import { parseComment, type ParsedComment } from "../parse/comments/parse-comment.ts";
import { escapeHtml } from "../text/escape.ts";
import { jsonOffsets, jsonValue } from "../text/json-string.ts";
import { itemAt } from "../text/known.ts";

interface CommentsDeps extends JobDeps {
  readonly glyphs: (markup: Iterable<string>) => Glyphs;
}

/**
 * Sets the comments of a post with the macros and labels of the post, which is in the store. Texts, and not their
 * places, decide over the key, so that a new comment in a file costs only the posts that it is about.
 */
export async function commentsJob(
  { post, thread }: CommentsInput,
  deps: CommentsDeps,
): Promise<Outcome<CommentsResult>> {
  const texts = thread.map(({ file: _file, content, ...head }) => ({ ...head, content: content.literal }));
  const key = deps.hash(`${deps.version}\0comments\0${post.key}\0${JSON.stringify(texts)}`);
  const found = await deps.comments.get(key);
  const set = found ?? (await setComments({ post, thread }, deps));
  if (!found) await deps.comments.put(key, set);
  return { value: { key, glyphs: set.glyphs }, diagnostics: set.problems.map((one) => toDiagnostic(one, thread)) };
}

async function setComments({ post, thread }: CommentsInput, deps: CommentsDeps): Promise<StoredComments> {
  const stored = await deps.store.get(post.key);
  if (!stored?.outcome.value) throw new Error("the store has lost a post that has comments");
  const { formulas, meta } = stored.outcome.value.skeleton;
  const configured = { ...deps.options.math.macros, ...meta.macros };
  const definitions = finalDefinitions(formulas, configured);
  const typeset = openComments({ math: deps.options.math, definitions, labels: post.labels }, deps.tex);
  const katexOptions = () => ({ ...deps.tex.pluginOptions(finalMacros(formulas, configured)), trust: false });
  const problems: CommentProblem[] = [];
  const comments = thread.map((comment, index): SetComment => {
    const { file: _file, content, ...head } = comment;
    const text = jsonValue(content.literal);
    const parsed = parseWithin(text, { ...deps.options, katexOptions });
    const set = typeset(parsed);
    problems.push(...problemsOf(index, parsed, set));
    const { body, excerpt, links } = parsed;
    return { ...head, body, excerpt, links, formulas: set.formulas, references: set.references };
  });
  const markup = comments.flatMap(({ body, formulas: own }) => [body, ...own.map(({ html }) => html)]);
  const glyphs = deps.glyphs(markup);
  return {
    comments,
    problems,
    glyphs: Object.keys(glyphs).length === 0 ? {} : joinGlyphs([glyphs, signsOfNumbers]),
  };
}

/** What nests deeper than the stack is shown as it is written. */
function parseWithin(text: string, options: Parameters<typeof parseComment>[1]): ParsedComment {
  try {
    return parseComment(text, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [body, excerpt] = [`<p>${escapeHtml(text)}</p>`, "…"] as Template[];
    const problems = [{ message: "quotes, lists or elements are nested too deeply" }];
    return { body, excerpt, formulas: [], references: [], links: [], problems } as ParsedComment;
  }
}

function problemsOf(comment: number, parsed: ParsedComment, set: TypesetComment): readonly CommentProblem[] {
  return [...parsed.problems, ...set.problems].map(({ message, span }) => ({
    comment,
    message,
    ...(span && { range: { start: span.start.offset, end: span.end.offset } }),
  }));
}

function toDiagnostic({ comment, message, range }: CommentProblem, thread: CommentThread): Diagnostic {
  const { id, file, content }: ThreadComment = itemAt(thread, comment);
  const span = spanIn(content, range);
  return diagnostic("comments/content", file satisfies SourcePath, `in comment “${id}”: ${message}`, { span });
}

/** A range of the value as a place in the file; a string of JSON is on one line. */
function spanIn({ literal, start }: JsonText, range: CommentProblem["range"]): Span {
  const offsets = jsonOffsets(literal);
  const at = (offset: number) => {
    const moved = Number(offsets[offset]);
    return { line: start.line, column: start.column + moved, offset: start.offset + moved };
  };
  return { start: at(range?.start ?? 0), end: at(range?.end ?? offsets.length - 1) };
}
