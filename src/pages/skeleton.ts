import type { Html, Template } from "../model/brand.ts";
import type { Formula, Post } from "../model/post.ts";

const holes = /<x-formula n="(\d+)"><\/x-formula>|<\/?x-[^>]*>|<a href="x-link:\d+"(?:><\/a>)?/g;
const holesOfFormula = /href="x-ref:\d+"|<x-number n="\d+"><\/x-number>/g;

/**
 * A post of which only the holes are left that the site fills, and what says how to fill them. Two pages with the same
 * skeletons of the same posts are the same page, which is known so without reading what the posts say.
 */
export function skeletonOf(post: Post): Post {
  const formulas = post.formulas.map((formula): Formula => ({
    ...formula,
    html: (formula.html.match(holesOfFormula) ?? []).join("") as Html,
  }));
  const bare = (template: Template): Template => {
    const kept = [...template.matchAll(holes)].filter(([, formula]) => formula === undefined || isFilled(formula));
    return kept.map(([hole]) => hole).join("") as Template;
  };
  const isFilled = (index: string) => formulas[Number(index)]?.html !== "";
  return {
    ...post,
    ...(post.summary !== undefined && { summary: bare(post.summary) }),
    body: bare(post.body),
    excerpt: bare(post.excerpt),
    toc: post.toc.map((entry) => ({ ...entry, title: bare(entry.title) })),
    formulas,
    markdown: "",
    terms: [],
    referenceSentences: [],
  };
}
