import type { Table } from '../data/table.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Locate } from '../read/yaml-file.ts';
import { eachObject, eachText, isList, isObject, type Json, type JsonObject, type Path } from './json.ts';

/** The tables of a chart: its own, and those of `more_data` by name. */
export interface ChartTables {
  readonly main: Table;
  readonly more: ReadonlyMap<string, Table>;
}

/** What a part of a specification can name: its table, and the columns that its transforms add. */
interface Scope {
  readonly table: Table | undefined;
  readonly added: ReadonlySet<string>;
}

/** Keys below which a part has the same data as its parent. */
const inner = ['layer', 'hconcat', 'vconcat', 'concat', 'spec', 'facet', 'repeat'] as const;

/**
 * Reports columns that no table of the chart has, tables that it does not name (rule chart-fails), and years that
 * are numbers but are drawn as dates: Vega would take them for milliseconds.
 */
export function checkFields(spec: JsonObject, tables: ChartTables, at: Locate, report: Report): void {
  checkView(spec, { table: tables.main, added: new Set() }, []);

  function checkView(view: JsonObject, outer: Scope, path: Path): void {
    const scope = withTransforms(view, withData(view, outer, path));
    for (const key of ['encoding', 'transform', 'facet'] as const) checkNames(view[key] ?? null, scope, [...path, key]);
    for (const key of inner) {
      const part = view[key];
      if (isList(part)) {
        for (const [index, child] of part.entries())
          if (isObject(child)) checkView(child, scope, [...path, key, index]);
      } else if (key === 'spec' && isObject(part)) checkView(part, scope, [...path, key]);
    }
  }

  function withData(view: JsonObject, outer: Scope, path: Path): Scope {
    const data = view.data;
    if (!isObject(data) || typeof data.name !== 'string') return outer;
    const table = tables.more.get(data.name);
    if (!table) {
      report({
        rule: 'chart-fails',
        place: at('spec', ...path, 'data', 'name'),
        message: `the chart has no table "${data.name}"`,
        cure: didYouMean(data.name, tables.more.keys(), 'tables of "more_data"'),
      });
    }
    return { table, added: new Set() };
  }

  function checkNames(part: Json, scope: Scope, path: Path): void {
    eachObject(part, (object, inside) => {
      if (typeof object.field === 'string') checkName(object.field, scope, [...path, ...inside, 'field']);
      if (object.type === 'temporal' && typeof object.field === 'string')
        checkDates(object.field, scope, [...path, ...inside, 'field']);
      if (isList(object.groupby)) checkList(object.groupby, scope, [...path, ...inside, 'groupby']);
      if (isList(object.fold)) checkList(object.fold, scope, [...path, ...inside, 'fold']);
    });
    eachText(part, (text, inside) => {
      const key = inside.findLast((step) => typeof step === 'string');
      if (key !== 'calculate' && key !== 'filter') return;
      for (const match of text.matchAll(/\bdatum(?:\.([A-Za-z_]\w*)|\[(['"])(.*?)\2\])/g)) {
        checkName(match[1] ?? match[3] ?? '', scope, [...path, ...inside]);
      }
    });
  }

  function checkList(names: readonly Json[], scope: Scope, path: Path): void {
    for (const [index, name] of names.entries()) if (typeof name === 'string') checkName(name, scope, [...path, index]);
  }

  function checkName(name: string, { table, added }: Scope, path: Path): void {
    const column = plainName(name);
    if (!table || added.has(column) || added.has('*') || table.columns.includes(column)) return;
    report({
      rule: 'chart-fails',
      place: at('spec', ...path),
      message: `there is no column "${column}" in the data of the chart`,
      cure: didYouMean(column, [...table.columns, ...added], 'columns'),
    });
  }

  function checkDates(name: string, { table, added }: Scope, path: Path): void {
    const column = plainName(name);
    if (!table || added.has(column) || !table.rows.some((row) => row[column]?.kind === 'number')) return;
    report({
      rule: 'chart-fails',
      place: at('spec', ...path),
      message: `the column "${column}" holds numbers, and the chart takes them for dates`,
      cure: 'write "type: quantitative" with "format: d", "type: ordinal", or make dates of them in the query',
    });
  }
}

/** A scope with the columns that the transforms of a view add; "*" where data decide their names. */
function withTransforms(view: JsonObject, scope: Scope): Scope {
  const added = new Set(scope.added);
  for (const transform of isList(view.transform) ? view.transform : []) {
    if (!isObject(transform)) continue;
    eachObject(transform, (part) => {
      for (const name of isList(part.as) ? part.as : [part.as ?? null]) if (typeof name === 'string') added.add(name);
    });
    if ('fold' in transform && !('as' in transform)) for (const name of ['key', 'value']) added.add(name);
    if (
      ['pivot', 'lookup', 'density', 'regression', 'loess', 'quantile', 'flatten', 'impute', 'extent'].some(
        (key) => key in transform,
      )
    ) {
      added.add('*');
    }
  }
  return { table: scope.table, added };
}

/** A column's name without Vega's escapes; of `a.b` and `a[0]` the name of the column that holds it. */
function plainName(field: string): string {
  return field.replace(/\\(.)/g, '$1');
}
