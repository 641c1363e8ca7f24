/** Environments whose rows are numbered, and what KaTeX draws them with. */
const drawnWith = {
  equation: "equation*",
  align: "align*",
  gather: "gather*",
  alignat: "alignat*",
  xalignat: "alignat*",
  flalign: "align*",
  eqnarray: "align*",
  multline: "gather*",
} as const;

export type AmsName = keyof typeof drawnWith;

export interface AmsEnvironment {
  readonly name: AmsName;
  readonly starred: boolean;
  /** Name under which KaTeX draws it without numbers of its own. */
  readonly drawnWith: string;
  /** One row, whatever is inside. */
  readonly single: boolean;
  /** The number of column pairs stands behind the name. */
  readonly hasArgument: boolean;
}

/** Reads the name of an environment that numbers its rows, starred or not. */
export function amsEnvironment(written: string): AmsEnvironment | undefined {
  const starred = written.endsWith("*");
  const name = starred ? written.slice(0, -1) : written;
  if (!isAms(name)) return undefined;
  return {
    name,
    starred,
    drawnWith: drawnWith[name],
    single: name === "equation" || name === "multline",
    hasArgument: name === "alignat" || name === "xalignat",
  };
}

function isAms(name: string): name is AmsName {
  return Object.hasOwn(drawnWith, name);
}

/** Environments inside which `\notag` has no effect on the row around them. */
export const innerAlignments: ReadonlySet<string> = new Set(["aligned", "alignedat", "split", "gathered"]);
