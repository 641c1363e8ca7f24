declare module "@citation-js/core" {
  export class Cite {
    constructor(input: string);
    readonly data: unknown;
  }
  export const plugins: { config: { get(name: string): { parse: { sentenceCase: string } } } };
}
declare module "@citation-js/plugin-bibtex";
