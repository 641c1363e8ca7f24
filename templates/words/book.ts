import type { BookWords } from "../../src/model/book.ts";

/** What stands in books besides texts of posts. */
export const bookInChinese: BookWords = {
  cover: "封面",
  contents: "目录",
  notes: "注释",
  cite: "引用本书",
  comments: (n) => `评论（${n}条）`,
  author: "作者",
  summary: "提要",
  chapter: (label) => (/^\d/.test(label) ? `第 ${label} 篇` : `${label}篇`),
  chapters: (n) => `${n} 篇`,
  source: "来源：",
  license: "许可：",
  licenseNote: "个别文章另有许可：",
  original: "原文：",
  updatedOn: (day) => `更新于 ${day}`,
  answers: "回复",
  missingParts: (labels) => `未收录：第 ${labels.join("、")} 篇`,
  noPicture: (address) => `［图未收录：${address}］`,
  backToText: (n) => `回到正文（注${n}）`,
};

export const bookInEnglish: BookWords = {
  cover: "Cover",
  contents: "Contents",
  notes: "Notes",
  cite: "How to cite this book",
  comments: (n) => `Comments (${n})`,
  author: "author",
  summary: "Summary",
  chapter: (label) => `Part ${label}`,
  chapters: (n) => (n === 1 ? "1 part" : `${n} parts`),
  source: "Source:",
  license: "Licence:",
  licenseNote: "Some posts have licences of their own:",
  original: "Original:",
  updatedOn: (day) => `updated ${day}`,
  answers: "in reply to",
  missingParts: (labels) => `Not in this book: part ${labels.join(", ")}`,
  noPicture: (address) => `[picture not included: ${address}]`,
  backToText: (n) => `Back to the text (note ${n})`,
};
