import type { Template } from "../model/brand.ts";
import type { TitlePiece } from "../model/citation.ts";
import { templateText } from "./fill-template.ts";

const none = { formula: () => "", reference: () => "" };

/** The text and the formulas of a title, in order. */
export function titlePieces(title: Template, texOf: (index: number) => string): readonly TitlePiece[] {
  return title.split(/<x-formula n="(\d+)"><\/x-formula>/).flatMap((part, index): readonly TitlePiece[] => {
    if (index % 2 === 1) return [{ kind: "math", value: texOf(Number(part)) }];
    return part === "" ? [] : [{ kind: "text", value: templateText(part as Template, none) }];
  });
}
