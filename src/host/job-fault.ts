import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { SourcePath } from "../model/brand.ts";
import type {
  BookTextsOrder,
  CommentsInput,
  JobName,
  JobTypes,
  NoteInput,
  PageOrder,
  RecordOrder,
} from "../model/ports.ts";
import type { Site } from "../model/site.ts";
import type { SourceFile } from "../model/source.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { isUseError } from "./use-error.ts";

/** How a worker was lost, and the text of the exception that ended it. */
export interface Loss {
  readonly how: "crashed" | "hung";
  readonly cause?: string;
}

/** What a job was given, for messages: the path of a post, or the address of a page in the output. */
export function nameOfInput(job: JobName, input: unknown): string {
  switch (job) {
    case "post":
      return (input as SourceFile).path;
    case "note":
      return (input as NoteInput).file.path;
    case "comments":
      return (input as CommentsInput).post.path;
    case "record":
      return (input as RecordOrder).path;
    case "page":
      return (input as PageOrder).plan.out;
    case "book":
      return (input as BookTextsOrder).plan.name;
  }
}

/** An exception of a job with the job and its input in front, so that a report of it can be acted on. */
export function nameFault(error: unknown, job: JobName, input: unknown): unknown {
  if (isUseError(error)) return error;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return faultOf(text, job, input);
}

/** Like `nameFault`, for an exception of which only the text came here. */
export function faultOf(text: string, job: JobName, input: unknown): Error {
  const fault = new Error(`job ${job}, ${nameOfInput(job, input)}: ${text.split("\n", 1)[0] ?? ""}`);
  fault.stack = `job ${job}, ${nameOfInput(job, input)}: ${text}`;
  return fault;
}

/** What stands for the result of a job whose worker was lost: nothing, and a diagnostic on its post. */
export function lostOutcome<Name extends JobName>(
  job: Name,
  input: JobTypes[Name]["input"],
  { how, cause }: Loss,
  site: Site | undefined,
): Outcome<JobTypes[Name]["output"]> {
  const what = job === "page" || job === "book" ? `${job} ${nameOfInput(job, input)}` : job;
  const reason = how === "crashed" ? "its worker ended" : "its worker took too long";
  const file = fileOf(job, input, site);
  const report: Diagnostic = diagnostic("build/worker-crashed", file, `the ${what} is left out: ${reason}`, {
    ...(cause !== undefined && { cause }),
  });
  const nothing = {
    post: { hit: false, parseMs: 0, mathMs: 0 },
    note: undefined,
    comments: undefined,
    record: undefined,
    page: { kind: "printed", key: "", files: [] },
    book: { kind: "made", key: "", content: { chapters: [], citations: [] } },
  } satisfies {
    [One in JobName]: JobTypes[One]["output"];
  };
  return { value: nothing[job] as JobTypes[Name]["output"], diagnostics: [report] };
}

/** The source file behind an input; pages of lists have none and give their own path. */
function fileOf(job: JobName, input: unknown, site: Site | undefined): SourcePath {
  if (job !== "page") return nameOfInput(job, input) as SourcePath;
  const { plan } = input as PageOrder;
  const post = plan.kind === "post" ? site?.byId.get(plan.post) : undefined;
  return post?.path ?? (plan.out as string as SourcePath);
}
