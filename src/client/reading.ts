/** What helps reading a page. Nothing here is needed: every part makes something quicker that a page does without it. */
import "./copy-tex.ts";
import { offerCitationCopies } from "./citations.ts";
import { offerCodeCopies } from "./code-copy.ts";
import { markCurrentSection } from "./contents.ts";
import { offerEquationTools } from "./equation-tools.ts";
import { enlargeFigures } from "./figures.ts";
import { showPreviews } from "./previews.ts";
import { offerReturn } from "./return.ts";
import { followScheme } from "./scheme.ts";

followScheme();
markCurrentSection();
// A tap that opens a preview is no jump: previews hear of it first.
showPreviews();
offerReturn();
offerEquationTools();
offerCodeCopies();
offerCitationCopies();
enlargeFigures();
