import type { ContentHash } from "../model/brand.ts";
import type { TexFailure, TexMacro, TexRenderer, TexRequest, TexResult, TexSession } from "../model/ports.ts";
import { recentMap, type RecentMap } from "../text/recent-map.ts";

/** Those of a few posts with hundreds of formulas each. */
const charactersKept = 4_000_000;
const definitionsKept = 10_000;

interface Kept {
  readonly result: TexResult;
  readonly characters: number;
}

/**
 * A renderer that sets a formula again only if something is different that decides over it: its TeX, how it is asked
 * for, or a macro that was defined before it in its session. The session behind it begins when there is something to
 * set, and is then told what was defined meanwhile.
 */
export function rememberFormulas(tex: TexRenderer, hash: (text: string) => ContentHash): TexRenderer {
  const results: RecentMap<Kept> = recentMap(charactersKept, ({ characters }) => characters);
  const definitions: RecentMap<{ readonly failure: TexFailure | undefined }> = recentMap(definitionsKept, () => 1);
  return {
    ...tex,
    open(macros) {
      let state = hash(JSON.stringify(macros ?? []));
      const behind = sessionBehind(() => tex.open(macros));
      return {
        define(macro) {
          state = hash(`${state}${JSON.stringify(macro)}`);
          const known = definitions.get(state);
          if (known) behind.defineLater(macro);
          const failure = known ? known.failure : behind.session().define(macro);
          definitions.set(state, { failure });
          return failure;
        },
        render(formula, request) {
          const key = keyOf(state, formula, request);
          const known = results.get(key);
          if (known) return known.result;
          const result = behind.session().render(formula, request);
          results.set(key, { result, characters: key.length + (result.ok ? result.html.length : 0) });
          return result;
        },
      };
    },
  };
}

function keyOf(state: string, formula: string, { display, issued = new Set(), isClosed = false }: TexRequest): string {
  return JSON.stringify([state, display, isClosed, [...issued], formula]);
}

/** A session that is opened when it is needed, and then knows everything that was defined. */
function sessionBehind(open: () => TexSession) {
  let opened: TexSession | undefined;
  const untold: TexMacro[] = [];
  return {
    defineLater: (macro: TexMacro) => void untold.push(macro),
    session(): TexSession {
      opened ??= open();
      for (const macro of untold.splice(0)) opened.define(macro);
      return opened;
    },
  };
}
