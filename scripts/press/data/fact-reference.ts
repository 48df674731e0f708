import { findInTree, isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';

/** A fact that a query names: `fact('killed-2022')`. */
export interface FactReference {
  readonly name: string;
  /** Offset in the query, in bytes of UTF-8. */
  readonly position: number | undefined;
}

/** The facts that a query names, each as often as it does. */
export function factReferences(statement: SyntaxNode): readonly FactReference[] {
  const references: FactReference[] = [];
  findInTree(statement, (node) => {
    const reference = factReference(node);
    if (reference) references.push(reference);
    return undefined;
  });
  return references;
}

/** The fact that a node of a query stands for: a call of fact() with one name in quotation marks. */
export function factReference(node: SyntaxNode): FactReference | undefined {
  if (!isFactCall(node)) return undefined;
  const [argument, ...others] = Array.isArray(node.children) ? node.children : [];
  if (others.length > 0 || !isSyntaxNode(argument) || argument.class !== 'CONSTANT') return undefined;
  const { value, type } = isSyntaxNode(argument.value) ? argument.value : {};
  if (typeof value !== 'string' || !isSyntaxNode(type) || type.id !== 'VARCHAR') return undefined;
  const { query_location: at } = node;
  return { name: value, position: typeof at === 'number' ? at : undefined };
}

/** Whether a node calls fact(), rightly or not. */
export function isFactCall(node: SyntaxNode): boolean {
  return node.class === 'FUNCTION' && String(node.function_name).toLowerCase() === 'fact';
}
