import type { PostId, SeriesId } from "./brand.ts";

/** A post as the drawing of who names whom sees it. */
export interface GraphPost {
  readonly id: PostId;
  readonly day: string;
  /** Absent for a post that stands alone. */
  readonly series?: SeriesId;
  /** How many posts name it. */
  readonly cited: number;
}

/** Where a post is drawn: along the years, and across them. */
export interface GraphSpot {
  readonly along: number;
  readonly across: number;
  readonly radius: number;
  /** It is on the line of no series. */
  readonly alone: boolean;
}

/** The line of a series, from its first to its last post, and where its name begins. */
export interface GraphLane {
  readonly series: SeriesId;
  readonly from: number;
  readonly to: number;
  readonly label: number;
  readonly across: number;
}

/** A year with posts; years without any take no room. */
export interface GraphYear {
  readonly year: string;
  readonly from: number;
  readonly to: number;
}

export interface GraphLayout {
  readonly spots: ReadonlyMap<PostId, GraphSpot>;
  readonly lanes: readonly GraphLane[];
  readonly years: readonly GraphYear[];
  /** Upper edge of the posts that stand alone, and where their name begins; absent if there are none. */
  readonly alone?: { readonly across: number; readonly label: number };
  readonly length: number;
  readonly breadth: number;
  /** How far an arc between posts that stand alone would hang below them if it were as long as the drawing. */
  readonly depth: number;
}

/** A drawing in pixels, ready for SVG. */
export interface GraphDrawing {
  readonly width: number;
  readonly height: number;
  readonly years: readonly { readonly text: string; readonly x: number; readonly y: number; readonly line: string }[];
  readonly lanes: readonly {
    readonly text: string;
    readonly href?: string;
    readonly x: number;
    readonly y: number;
    readonly line: string;
  }[];
  /** From the newest post to the oldest. */
  readonly dots: readonly GraphDot[];
}

export interface GraphDot {
  readonly href: string;
  readonly title: string;
  readonly day: string;
  /** How many posts it names, and how many name it. */
  readonly cites: number;
  readonly cited: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Which of the lanes it is on; absent for a post that stands alone. */
  readonly lane?: number;
  /** Path to every post that it names; empty if there is none. */
  readonly arcs: string;
}
