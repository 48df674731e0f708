import { expect, test } from 'vitest';
import { sqlLiterals } from '../../scripts/press/numbers/sql-literals.ts';

/** Queries, and the strings in them that can come to stand in print. */
const queries: readonly (readonly [string, readonly string[]])[] = [
  ["select 'Oct–Dec 2021' as months", ['Oct–Dec 2021']],
  ["select * from (values ('2021-Q4', 'Oct–Dec 2021'), ('H1', 'a b')) as t(code, words)", ['Oct–Dec 2021', 'a b']],
  ["select words from t where act like 'Second coup%' and effect <> 'the 12 of them'", []],
  ["select words from t where act in ('two of them', 'three of them')", []],
  [
    "select case act when 'two of them' then 'some of them' else 'all of them' end from t",
    ['some of them', 'all of them'],
  ],
  ["select replace(act, '$997 million', ':fact[ah1z] or so') from t", [':fact[ah1z] or so']],
  ["select replace(lower(act), 'the 12 of them', 'all, all') from t", ['all, all']],
  ["select strftime(day, '%B of %Y') || ' and later' from t", [' and later']],
  ["select fact('killed-2022') || ', in all' from t", [', in all']],
  ["select 'it''s 12, no less' -- 'nor 13, in a comment'", ["it''s 12, no less"]],
  ["select \"a column, 12\", /* 'none, 13' */ '-01' from t", []],
];

test.each(queries)('%s', (sql, printed) => {
  expect(sqlLiterals(sql).map(({ text }) => text)).toEqual(printed);
});

test('a string is found at its place', () => {
  const sql = "select act,\n  'some 12, so' as words from t";
  expect(sqlLiterals(sql).map(({ offset }) => sql.slice(offset, offset + 4))).toEqual(['some']);
});
