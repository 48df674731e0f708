import { describe, expect, test } from 'vitest';
import { checkOutput, foundInRecord } from '../check-output.ts';
import type { Change } from '../small-project.ts';

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const descriptor = 'data/datapackage.yaml';
const table = 'content/mali-small/tables/harm.yaml';
const harm = 'data/mali-civilian-harm-by-year.csv';

/** What is said of totals of this repository's own data. */
async function messagesOfSeries(changes: Readonly<Record<string, Change>>): Promise<readonly string[]> {
  const found = await foundInRecord(changes);
  const totals = found.filter(({ rule }) => rule === 'total-wrong');
  return totals.map(({ place, message }) => `${place.file}:${place.line}:${place.column} ${message}`);
}

describe('a dataset that declares its totals', () => {
  test('is right where they are the sums of their parts: the 467 violations of the record are', async () => {
    expect(await messagesOfSeries({})).toEqual([]);
  });

  test('has those refused that the record printed wrong, at their cells, with both numbers', async () => {
    const output = await messagesOfSeries({
      [descriptor]: replace("        where: zone not in ('North-west', 'North-central')\n", ''),
    });
    expect(output).toEqual([
      'data/nigeria-security-tracker-zones.csv:3:12 the total 13,560 in "deaths_as_printed" of "nigeria-security-tracker-zones" is not the sum of its parts, which is 9,590',
      'data/nigeria-security-tracker-zones.csv:4:15 the total 8,563 in "deaths_as_printed" of "nigeria-security-tracker-zones" is not the sum of its parts, which is 8,593',
    ]);
  });

  test('notices a changed part', async () => {
    const output = await messagesOfSeries({
      'data/mali-violations-by-actor.csv': replace(/(2022-Q2,signatory.*),14,/, '$1,15,'),
    });
    expect(output[0]).toContain(
      'the total 467 in "value" of "mali-violations-by-actor" is not the sum of its parts, which is 468',
    );
  });

  const declared = (more: string) =>
    replace('    dated_by: published\n', `    dated_by: published\n    total_of:\n      - ${more}\n`);

  test('is not asked for a sum of which a part is missing', async () => {
    // The halves of 2021 have no number of injured.
    const total = "{ column: injured, where: period = '2021', parts: { where: \"period like '2021-H_'\" } }";
    expect(await checkOutput({ [descriptor]: declared(total) })).not.toContain('total-wrong');
  });

  test('is told of a column that it does not have', async () => {
    const output = await checkOutput({
      [descriptor]: declared("{ column: kiled, where: period = '2021', parts: { where: \"period like '2021-H_'\" } }"),
    });
    expect(output).toContain(
      'data/datapackage.yaml:13:9  error  the totals of "mali-civilian-harm-by-year" cannot be checked',
    );
    expect(output).toContain('does not have a column named "kiled"');
  });

  test('is told where no row is a total', async () => {
    const output = await checkOutput({
      [descriptor]: declared("{ column: killed, where: period = '1921', parts: { where: \"period like '2021-H_'\" } }"),
    });
    expect(output).toContain('no row of "mali-civilian-harm-by-year" is a total with parts that are all known');
  });
});

describe('a table that prints a total', () => {
  const printed = (query: string) => (text: string) =>
    text.replace('data: { dataset: mali-civilian-harm-by-year }', `data: { query: "${query}" }\ntotal: last-row`);
  const halves = "select period, killed, injured from mali_civilian_harm_by_year where period like '2021-H_'";

  test('is right where its last row is the sum of those above', async () => {
    const output = await checkOutput({ [table]: printed(`${halves} union all select '2021', 584, null`) });
    expect(output).not.toContain('total-wrong');
  });

  test('is refused where it is not, with both numbers', async () => {
    const output = await checkOutput({ [table]: printed(`${halves} union all select '2021', 583, null`) });
    expect(output).toContain(
      'harm.yaml:8:5  error  the last row of "killed" is 583, and the rows above it add up to 584',
    );
  });

  test('is not asked for a sum of which a part is missing', async () => {
    const output = await checkOutput({
      [table]: printed(`${halves} union all select '2021', null, 466`),
      [harm]: replace('2021-H2,318,,', '2021-H2,318,7,'),
    });
    expect(output).not.toContain('total-wrong');
  });

  const sides = (total: number) => (text: string) =>
    text
      .replace(
        'data: { dataset: mali-civilian-harm-by-year }',
        `data: { query: "select period, killed, 7 as injured, ${total} as both from mali_civilian_harm_by_year where period = '2021-H1'" }\ntotal: last-column`,
      )
      .concat('  - { field: both, head: Both, format: number }\n');

  test('is right where its last column is the sum of those before', async () => {
    expect(await checkOutput({ [table]: sides(273) })).not.toContain('total-wrong');
  });

  test('is refused where it is not, with both numbers and the row', async () => {
    expect(await checkOutput({ [table]: sides(272) })).toContain(
      'error  row 1 of "both" is 272, and the columns before it add up to 273',
    );
  });

  test('has no sum in a column of shares', async () => {
    const output = await checkOutput({
      [table]: (text) =>
        printed(`${halves} union all select '2021', 583, null`)(text).replace(
          'head: Killed, format: number',
          'head: Killed, format: percent',
        ),
    });
    expect(output).not.toContain('total-wrong');
  });
});
