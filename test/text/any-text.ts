import fc from "fast-check";

/** Any code point, lone surrogates too; drawn far more quickly than fast-check's own `binary` unit. */
const anyCharacter = fc
  .oneof(
    fc.integer({ min: 0, max: 0x2ff }),
    fc.integer({ min: 0x2000, max: 0x9fff }),
    fc.integer({ min: 0, max: 0x10ffff }),
  )
  .map((point) => String.fromCodePoint(point));

/** Any text of at most `maxLength` code points. */
export const anyText = (maxLength: number) => fc.string({ unit: anyCharacter, maxLength });
