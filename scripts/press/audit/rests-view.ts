import type { Audit, Rests } from './audit.ts';
import type { AuditView } from './audit-view.ts';
import type { AuditWords } from './audit-words.ts';

/** Rows that stand with what rests on them; of more, the lines lead to them. */
const mostShown = 5;

/** The cells of a row that a query names; all of them where it names none. */
function cellsNamed(query: string, row: Readonly<Record<string, string>>) {
  const cells = Object.entries(row).map(([name, value]) => ({ name, value }));
  const named = cells.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(query));
  return named.length === 0 ? cells : named;
}

/** Shows what something rests on: of its first rows what the query reads, of the others their lines. */
export function openRestsView({ datasets }: Audit, words: AuditWords) {
  const byName = new Map(datasets.map((dataset) => [dataset.name, dataset]));
  const rowsOf = new Map(
    datasets.map(({ name, rows }) => [name, new Map(rows.map(({ line, cells }) => [line, cells]))]),
  );
  return (rests: readonly Rests[], query: string): AuditView['facts'][number]['rests'] =>
    rests.flatMap(({ dataset, extent, count, lines }) => {
      const { file = '' } = byName.get(dataset) ?? {};
      const shown = lines.slice(0, mostShown);
      const others = lines.slice(mostShown);
      return [
        {
          line: words.counted(extent === 'whole' ? 'audit-rows-whole' : 'audit-rows', count, { file }),
          href: `#dataset-${dataset}`,
          rows: shown.map((line) => ({
            place: words.of('audit-line', { line: String(line) }),
            href: `#row-${dataset}-${line}`,
            cells: cellsNamed(query, rowsOf.get(dataset)?.get(line) ?? {}),
          })),
          more:
            others.length === 0
              ? null
              : words.of('audit-rows-more', {
                  count: words.number(count - shown.length),
                  lines: `${others.join(', ')}${lines.length < count ? ' …' : ''}`,
                }),
        },
      ];
    });
}
