import { factReference } from './fact-reference.ts';
import { limits } from './limits.ts';
import { changeTree, isSyntaxNode, type SyntaxNode } from './syntax-tree.ts';
import type { Cell } from './table.ts';

/**
 * A query with values in the place of the facts that it names: `fact('name')` where a value stands, and a table of one
 * row and the column "value" where a table does.
 *
 * @param factOf gives each of them its value
 */
export function substituteFacts(statement: SyntaxNode, factOf: (name: string) => Cell): SyntaxNode {
  return changeTree(statement, (node) => {
    const reference = factReference(node);
    if (reference) return { ...valueNode(factOf(reference.name)), alias: node.alias };
    const asTable = node.type === 'TABLE_FUNCTION' && isSyntaxNode(node.function) && factReference(node.function);
    return asTable ? oneRow(node, factOf(asTable.name)) : undefined;
  });
}

/** A value as the engine's syntax tree has one: a text that is cast to its type. */
function valueNode(cell: Cell): SyntaxNode {
  switch (cell.kind) {
    case 'number':
      return numberNode(cell.decimal, cell.quotient !== undefined);
    case 'date':
      return cast(cell.iso, plainType('DATE'));
    case 'text':
      return constant(cell.text);
    case 'boolean':
      return cast(String(cell.truth), plainType('BOOLEAN'));
    case 'missing':
      return { ...constant(''), value: { type: plainType('NULL'), is_null: true } };
  }
}

/** The smallest type that holds it; a quotient is cut, to a last digit that is not 0, so that it compares as the whole. */
function numberNode(decimal: string, isCut: boolean): SyntaxNode {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole.replace('-', '').length;
  if (digits + fraction.length <= 18 && fraction === '') return cast(whole, plainType('BIGINT'));
  const kept = isCut ? `${fraction.slice(0, Math.max(0, Math.min(20, limits.decimalDigits - digits) - 1))}1` : fraction;
  // More digits than the engine has: it computes with the nearest that it can.
  if (digits + kept.length > limits.decimalDigits) return cast(decimal, plainType('DOUBLE'));
  const size = { width: digits + kept.length, scale: kept.length };
  const info = { type: 'DECIMAL_TYPE_INFO', alias: '', extension_info: null, ...size };
  return cast(kept === '' ? whole : `${whole}.${kept}`, { id: 'DECIMAL', type_info: info });
}

function plainType(id: string): SyntaxNode {
  return { id, type_info: null };
}

function cast(text: string, type: SyntaxNode): SyntaxNode {
  const place = { alias: '', query_location: 0 };
  return { class: 'CAST', type: 'OPERATOR_CAST', ...place, child: constant(text), cast_type: type, try_cast: false };
}

function constant(text: string): SyntaxNode {
  const value = { type: plainType('VARCHAR'), is_null: false, value: text };
  return { class: 'CONSTANT', type: 'VALUE_CONSTANT', alias: '', query_location: 0, value };
}

function oneRow(table: SyntaxNode, cell: Cell): SyntaxNode {
  const node = {
    type: 'SELECT_NODE',
    modifiers: [],
    cte_map: { map: [] },
    select_list: [{ ...valueNode(cell), alias: 'value' }],
    from_table: { type: 'EMPTY', alias: '', sample: null, query_location: 0 },
    where_clause: null,
    group_expressions: [],
    group_sets: [],
    aggregate_handling: 'STANDARD_HANDLING',
    having: null,
    sample: null,
    qualify: null,
  };
  const { alias, sample, query_location } = table;
  const named = alias === '' ? 'fact' : alias;
  return {
    type: 'SUBQUERY',
    alias: named,
    sample,
    query_location,
    subquery: { node, named_param_map: [] },
    column_name_alias: table.column_name_alias,
  };
}
