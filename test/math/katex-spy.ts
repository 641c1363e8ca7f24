import { texKatex } from "../../src/host/tex-katex.ts";
import type { TexRenderer } from "../../src/model/ports.ts";

/** KaTeX, and the TeX that it was given. */
export function katexSpy(): { readonly renderer: TexRenderer; readonly handed: readonly string[] } {
  const handed: string[] = [];
  const renderer: TexRenderer = {
    ...texKatex,
    open(macros) {
      const session = texKatex.open(macros);
      return {
        ...session,
        render(tex, request) {
          handed.push(tex);
          return session.render(tex, request);
        },
      };
    },
  };
  return { renderer, handed };
}
