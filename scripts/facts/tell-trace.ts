import { cellWords } from '../press/data/cell-words.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import type { Fact } from '../press/facts/fact.ts';
import type { Edition } from '../press/read/edition.ts';
import type { FactTrace, TracedDataset } from '../press/trace/fact-trace.ts';
import { citedSource } from './cited-source.ts';
import { placed } from './tell-facts.ts';

/** Why a fact is what it is: its query, the rows that it rests on, its sources, and where it is printed. */
export function tellTrace({ fact, datasets, dependsOn, places, namedBy }: FactTrace, edition: Edition): string {
  const printed = places.map(({ place, of, part, text }) =>
    part === 'query' ? `${placed(place)}  ${of} (query)` : `${placed(place)}  ${of} (${part})  ${text}`,
  );
  return visibleLines([
    ...origin({ fact, datasets, dependsOn }, edition, ''),
    ...(printed.length > 0 ? ['printed', ...printed.map((line) => `  ${line}`)] : ['printed nowhere itself']),
    ...(namedBy.length > 0 ? [`named by ${namedBy.join(', ')}`] : []),
  ]);
}

/** The part of a trace that leads back, with the facts behind the fact set in under it. */
function origin(
  { fact, datasets, dependsOn }: Pick<FactTrace, 'fact' | 'datasets' | 'dependsOn'>,
  edition: Edition,
  indent: string,
): readonly string[] {
  const { name, text, spec, place } = fact;
  const lines = [
    `${name}  ${text}`,
    spec.label,
    placed(place),
    `value   ${exactWords(fact)}`,
    ...spec.query
      .trim()
      .split('\n')
      .map((line, index) => `${index === 0 ? 'query ' : '      '}  ${line}`),
    ...(spec.source ?? []).map((id) => `source  ${citedSource(id, edition)}`),
    ...datasets.flatMap(tellDataset),
    ...dependsOn.flatMap((other) => ['rests on', ...origin(other, edition, '  ')]),
  ];
  return lines.map((line) => indent + line);
}

function tellDataset({ dataset, file, extent, count, rows }: TracedDataset): readonly string[] {
  const counted = `${count.toLocaleString('en')} row${count === 1 ? '' : 's'}`;
  const extents = extent === 'whole' ? `all ${counted}, because the query cannot be followed to single rows` : counted;
  return [
    `rows    ${extents} of ${file} (${dataset.name}, retrieved ${dataset.retrieved}, ${dataset.hash ?? 'no digest'})`,
    ...rows.map(({ number, place, cells }) => {
      const where = place ? placed(place) : `${file}, row ${number}`;
      const known = Object.entries(cells).filter(([, cell]) => cell.kind !== 'missing');
      return `  ${where}  ${known.map(([column, cell]) => `${column} ${cellWords(cell) || '–'}`).join(' · ')}`;
    }),
    ...(rows.length > 0 && count > rows.length ? [`  and ${(count - rows.length).toLocaleString('en')} more`] : []),
  ];
}

/** The value before it is formatted, to the last digit. */
function exactWords({ cell, upTo, spec: { unit } }: Fact): string {
  const ends = [cell, ...(upTo ? [upTo] : [])].map((end) =>
    end.kind === 'number' && end.quotient
      ? `${end.quotient.dividend} / ${end.quotient.divisor}, which is ${end.decimal.slice(0, 20)}…`
      : cellWords(end) || '–',
  );
  return `${ends.join(' to ')}${unit === undefined ? '' : ` ${unit}`}`;
}
