import type { Theme } from "../src/model/theme.ts";
import { ArchivePage } from "./pages/archive.tsx";
import { CommentsPage } from "./pages/comments.tsx";
import { GraphPage } from "./pages/graph.tsx";
import { HomePage } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { OfflinePage } from "./pages/offline.tsx";
import { PostPage } from "./pages/post.tsx";
import { ReadersPage } from "./pages/readers.tsx";
import { SearchPage } from "./pages/search.tsx";
import { SeriesIndexPage } from "./pages/series-index.tsx";
import { SeriesPage } from "./pages/series.tsx";
import { TermPage } from "./pages/term.tsx";
import { TermsPage } from "./pages/terms.tsx";
import { SearchDialog } from "./parts/search-dialog.tsx";
import { schemeScript } from "./parts/scheme.tsx";
import { wordsOf } from "./strings.ts";

/** The default theme: a page function for each kind, stylesheets in the order in which they are joined. */
export default {
  home: HomePage,
  post: PostPage,
  seriesIndex: SeriesIndexPage,
  series: SeriesPage,
  archive: ArchivePage,
  terms: TermsPage,
  term: TermPage,
  readers: ReadersPage,
  comments: CommentsPage,
  graph: GraphPage,
  search: SearchPage,
  searchDialog: SearchDialog,
  notFound: NotFoundPage,
  offline: OfflinePage,
  styles: {
    screen: [
      "tokens.css",
      "base.css",
      "layout.css",
      "entries.css",
      "prose.css",
      "notes.css",
      "tables.css",
      "bibliography.css",
      "citations.css",
      "links.css",
      "code.css",
      "math.css",
      "series.css",
      "lists.css",
      "readers.css",
      "comments.css",
      "graph.css",
      "controls.css",
      "search.css",
      "search-hits.css",
      "search-filters.css",
      "search-dialog.css",
    ],
    print: ["print.css"],
    book: ["book.css"],
    bookPrint: ["book-print.css"],
  },
  inlineScripts: [schemeScript],
  names: wordsOf,
} satisfies Theme;
