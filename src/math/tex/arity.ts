/** Commands that take arguments and that KaTeX refuses as an argument or a script without braces. */
const one = `
  boldsymbol mathrm mathbf mathbb mathcal mathfrak mathscr mathsf mathtt mathit mathnormal mathds mathbbm bm bold Bbb
  frak text textbf textit textrm textsf texttt textnormal mbox operatorname mathop mathbin mathrel mathord mathopen
  mathclose mathpunct mathinner hat widehat bar overline underline vec tilde widetilde dot ddot check breve acute grave
  mathring overrightarrow overleftarrow overleftrightarrow overbrace underbrace boxed cancel bcancel xcancel sqrt
  phantom hphantom vphantom smash pmod widecheck underbar`;

const two = "frac dfrac tfrac cfrac binom dbinom tbinom stackrel overset underset textcolor";

/** Spaces take none, but KaTeX refuses them without braces as well. */
const none = "quad qquad thinspace enspace , : ; ! >";

const table: ReadonlyMap<string, number> = new Map(
  [none, one, two].flatMap((names, index) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, number] => [`\\${name}`, index]),
  ),
);

/** How many arguments a built-in command takes; `undefined` for those that may stand without braces. */
export function builtInArity(command: string): number | undefined {
  return table.get(command);
}
