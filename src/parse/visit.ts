import type { Nodes as HastNodes } from "hast";
import type { Nodes as MdastNodes } from "mdast";

type OfType<Nodes extends { readonly type: string }, Type extends string> = Extract<Nodes, { readonly type: Type }>;

/**
 * Calls a function for every node of a tree, or for those of a type, each before its children. The tree may be changed
 * below the node that was called. A post is walked many times, so this does no more than it must.
 */
export function visit(tree: MdastNodes, visitor: (node: MdastNodes) => void): void;
export function visit(tree: HastNodes, visitor: (node: HastNodes) => void): void;
export function visit<Type extends MdastNodes["type"]>(
  tree: MdastNodes,
  type: Type,
  visitor: (node: OfType<MdastNodes, Type>) => void,
): void;
export function visit<Type extends HastNodes["type"]>(
  tree: HastNodes,
  type: Type,
  visitor: (node: OfType<HastNodes, Type>) => void,
): void;
export function visit(tree: AnyNode, ...[first, second]: readonly [Visitor] | readonly [string, Visitor]): void {
  // The overloads hold that a visitor takes the nodes that it is given.
  const call = (second ?? first) as (node: AnyNode) => void;
  walk(tree, second ? (node) => (node.type === first ? call(node) : undefined) : call);
}

type AnyNode = MdastNodes | HastNodes;
type Visitor = (node: never) => void;

function walk(node: AnyNode, call: (node: AnyNode) => void): void {
  call(node);
  if ("children" in node) for (const child of node.children) walk(child, call);
}
