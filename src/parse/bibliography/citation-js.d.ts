/** The part of citation-js that is used: nothing is printed by it, and nothing is fetched. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(input: string);
    readonly data: unknown;
  }
  export const plugins: {
    readonly config: { get(name: string): { parse: { sentenceCase: string } } };
    readonly input: {
      /** Applies the one parser of a type. Throws what the parser throws. */
      data(input: unknown, type: string): unknown;
    };
  };
}
declare module "@citation-js/plugin-bibtex";
