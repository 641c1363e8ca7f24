/** The theme that Typecho comes with, and the many that were made from it: their microdata is the same. */
export const plainTheme = {
  content: "[itemprop='articleBody'], .post-content, article .entry-content",
  title: { select: "h1[itemprop~='headline'], h1.post-title, h1.entry-title, article h1" },
  author: { select: ".post-meta [rel='author'], [itemprop='author'] a, [rel='author']" },
  date: { select: "time[itemprop='datePublished'], .post-meta time, time[datetime]" },
  category: { select: ".post-meta a[href*='/category/'], a[rel~='category']" },
  tags: { select: "[itemprop='keywords'] a, .tags a, a[rel~='tag']" },
  address: { select: "link[rel='canonical'], h1[itemprop~='headline'] a, h1.post-title a, meta[property='og:url']" },
  remove: [],
  endAt: ["[itemprop='keywords']", "#comments"],
  endAtText: [],
  comments: {
    select: "[id^='comment-']",
    nick: ".comment-author .fn, .comment-author cite, .comment-author",
    date: ".comment-meta time, time",
    content: ".comment-content, [itemprop='commentText']",
  },
};
