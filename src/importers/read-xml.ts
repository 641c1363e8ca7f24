import { SaxesParser } from "saxes";

export interface XmlElement {
  /** With its prefix, if it has one. */
  readonly name: string;
  /** Names of the elements around it, outermost first. */
  readonly ancestors: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** Where the text of an element goes, piece by piece. */
export type TextSink = (text: string) => void;

export interface XmlVisitor {
  /** @returns `undefined` for an element whose text nobody asks for */
  readonly open: (element: XmlElement) => TextSink | undefined;
  readonly close: (name: string, ancestors: readonly string[]) => void;
}

export interface XmlProblem {
  readonly line: number;
  readonly message: string;
}

const maxDepth = 100;
/** Longest text of one element, in UTF-16 units. */
const maxText = 16_000_000;
const maxProblems = 20;

/** What XML cannot hold, which exports hold all the same. */
const forbidden =
  /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|&#(?:x0*(?:[0-8bcBC]|[eE]|[fF]|1[0-9a-fA-F])|0*(?:[0-8]|1[1245-9]|2\d|3[01]));/gu;

/**
 * Walks through an export in XML. No document type is accepted, so that there are no entities but XML's own five; depth
 * and length are bounded; characters that XML forbids become spaces and are reported.
 */
export function readXml(text: string, visitor: XmlVisitor): readonly XmlProblem[] {
  const doctype = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
  if (doctype)
    return [{ line: lineOf(text, doctype.index), message: "a document type is not read; nothing was imported" }];
  const problems: XmlProblem[] = [];
  const clean = text.replace(forbidden, (found: string, at: number) => {
    if (problems.length < maxProblems)
      problems.push({ line: lineOf(text, at), message: "a control character; a space stands for it" });
    return " ".padEnd(found.length);
  });
  walk(clean, visitor, problems);
  return problems;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

class TooMuch extends Error {}

function walk(text: string, { open, close }: XmlVisitor, problems: XmlProblem[]): void {
  const ancestors: string[] = [];
  let sink: TextSink | undefined;
  let length = 0;
  const parser = new SaxesParser();
  const write = (part: string) => {
    length += part.length;
    if (length > maxText) throw new TooMuch("a text is longer than 16 MB");
    sink?.(part);
  };
  parser.on("error", (error) => {
    if (problems.length < maxProblems)
      problems.push({ line: parser.line, message: `is not XML: ${error.message.replace(/^\d+:\d+: /, "")}` });
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (ancestors.length >= maxDepth) throw new TooMuch("elements are nested deeper than 100");
    length = 0;
    sink = open({ name, ancestors, attributes: attributes as Readonly<Record<string, string>>, line: parser.line });
    ancestors.push(name);
  });
  parser.on("text", write);
  parser.on("cdata", write);
  parser.on("closetag", ({ name }) => {
    ancestors.pop();
    sink = undefined;
    close(name, ancestors);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    problems.push({ line: parser.line, message: `${error.message}; what follows was not read` });
  }
}
