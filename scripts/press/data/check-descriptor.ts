import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { DatasetDescriptor, FieldDescriptor } from '../read/schemas/data-package.ts';
import { columnTypes } from './column-types.ts';

/** Reports what a descriptor says of columns that it does not have, and bounds that its types cannot have. */
export function checkDescriptor(
  { value: dataset, at }: Located<DatasetDescriptor>,
  report: Report,
): 'sound' | 'faulty' {
  let state: 'sound' | 'faulty' = 'sound';
  const fail: Report = (diagnostic) => {
    state = 'faulty';
    report(diagnostic);
  };
  const { fields, primaryKey } = dataset.schema;
  const names = fields.map(({ name }) => name);
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    fail({
      rule: 'dataset-columns',
      place: at('schema', 'fields', index, 'name'),
      message: `the dataset "${dataset.name}" has two columns "${name}"`,
      cure: 'take one of them out',
    });
  });
  const named: [column: string, place: readonly (string | number)[]][] = [];
  if (dataset.dated_by !== undefined) named.push([dataset.dated_by, ['dated_by']]);
  if (typeof primaryKey === 'string') named.push([primaryKey, ['schema', 'primaryKey']]);
  else {
    for (const [index, column] of primaryKey?.entries() ?? []) named.push([column, ['schema', 'primaryKey', index]]);
  }
  for (const [column, path] of named) {
    if (names.includes(column)) continue;
    fail({
      rule: 'dataset-columns',
      place: at(...path),
      message: `the dataset "${dataset.name}" has no column "${column}"`,
      cure: didYouMean(column, names, 'columns'),
    });
  }
  fields.forEach((field, index) => {
    for (const side of ['minimum', 'maximum'] as const) {
      const limit = field.constraints?.[side];
      if (limit === undefined || isBound(field, String(limit))) continue;
      const { ordered, wants, example } = columnTypes[field.type];
      fail({
        rule: 'value-type',
        place: at('schema', 'fields', index, 'constraints', side),
        message: `the ${side} "${limit}" of the column "${field.name}" is not a limit for the type ${field.type}`,
        cure: ordered ? `write ${wants} such as ${example}` : `take it out, or change the type of the column`,
      });
    }
  });
  return state;
}

function isBound({ type }: FieldDescriptor, limit: string): boolean {
  switch (columnTypes[type].ordered) {
    case undefined:
      return false;
    case 'VARCHAR':
      return (type === 'date' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/).test(limit);
    default:
      return /^-?\d+(\.\d+)?$/.test(limit);
  }
}
