const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements of HTML: another name behind a `<` is text, such as the `y` of `x<y`. */
export const elementNames = names(`
  a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas
  caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption
  figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label
  legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option output p
  param picture pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong
  style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
  mjx-container mjx-assistive-mml`);

/** Elements without a form in Markdown that the site shows: they stay raw HTML. */
export const rawElements = names(
  "abbr big cite dfn font ins kbd mark q rb rp rt ruby samp small sub sup tt u var bdo bdi details summary",
);

/** Attributes that raw HTML keeps. */
export const rawAttributes: readonly string[] = ["color", "title", "dir", "lang", "open", "cite"];

/** Elements that end a line of what readers see. */
export const blockElements = names(`
  address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1
  h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`);

/** Elements that show nothing by themselves. */
export const silentElements = names("script style template link meta title head noscript");

/** Elements that a static page of Markdown cannot hold. */
export const foreignElements = names("iframe embed object video audio canvas form input button select textarea applet");
