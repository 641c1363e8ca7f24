/** Name of the source of counts that stand in the front matter of posts; no file may use it for another. */
export const frontMatterSource = "front-matter";
