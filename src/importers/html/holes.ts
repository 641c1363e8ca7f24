/** A line end inside of text that is white space to HTML, but not to us. */
export const newline = "\ufdd2";

/** A hole in text: a number between two characters that Unicode promises never to use. */
const hole = /\ufdd0(\d+)\ufdd1/;

/** Pieces of Markdown that must come through a tree as they are: formulas and raw tags. */
export interface Holes {
  /** Keeps a piece, and gives the text that stands for it. */
  readonly add: (piece: string) => string;
  readonly fill: (text: string) => string;
  /** Splits a text at its holes: text and pieces in turn, beginning with text. */
  readonly split: (text: string) => readonly string[];
  /** Changes the pieces that a text has holes for. */
  readonly change: (text: string, change: (piece: string) => string) => void;
}

export function openHoles(): Holes {
  const pieces: string[] = [];
  const split = (text: string) =>
    text.split(hole).map((part, index) => (index % 2 === 0 ? part : (pieces[Number(part)] ?? "")));
  return {
    add(piece) {
      pieces.push(piece);
      return `\ufdd0${pieces.length - 1}\ufdd1`;
    },
    fill: (text) => split(text).join("").replaceAll(newline, "\n"),
    split,
    change(text, change) {
      for (const [, index] of text.matchAll(new RegExp(hole, "g"))) {
        const at = Number(index);
        pieces[at] = change(pieces[at] ?? "");
      }
    },
  };
}
