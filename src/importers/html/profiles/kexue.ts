/** Theme `geekg` of Typecho with MathJax 2, as on kexue.fm. Its tag cloud stands in the sidebar: tags are those below the post. */
export const geekg = {
  content: "#PostContent, .PostContent",
  title: { select: ".Post h1, .title-wrap h1" },
  author: { select: ".submitted", match: "^\\s*By\\s+(.{1,200}?)\\s*[|｜]" },
  date: { select: ".submitted", match: "(\\d{4}-\\d{2}-\\d{2})" },
  readers: { select: ".submitted", match: "([\\d,]+)\\s*位读者" },
  category: { select: "#tools .cat a[href*='/category/']" },
  tags: { select: "#tools .cat a[href*='/tag/']" },
  address: { select: "link[rel='canonical'], .Post h1 a, .title-wrap h1 a" },
  remove: [],
  endAt: ["#content_tips", "#pay", "#how_to_cite", "#tools", "#similar", "#comments"],
  endAtText: ["转载到请包括本文地址", "更详细的转载事宜请参考"],
  figure: { select: ".pic-container", caption: ".typecho-caption-text, .typecho-caption > p" },
  comments: {
    select: "[id^='comment-']",
    nick: ".comment-author, .author, .fn, cite, .name, b, strong, a",
    date: "time, .comment-date, .date, .time, .comment-meta, small",
    content: ".comment-content, .commentText, .text",
  },
};
