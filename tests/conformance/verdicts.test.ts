import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { askJudge } from '../../scripts/tools/conformance/verdicts.ts';

const judge = { label: 'veraPDF 1', program: 'verapdf', args: [] };

const job = (name: string, result: object, end = 'normal') => ({
  itemDetails: { name: resolve(name), size: 1 },
  validationResult: [{ profileName: 'PDF/UA-1 validation profile', jobEndStatus: end, ...result }],
});
const passed = { compliant: true, details: { passedChecks: 9, failedChecks: 0, ruleSummaries: [] } };
const rule = (clause: string, testNumber: number) => ({
  ruleStatus: 'FAILED',
  clause,
  testNumber,
  description: 'A clause',
  failedChecks: 2,
  checks: [{ status: 'failed', context: 'root/document[0]' }],
});
const failed = {
  compliant: false,
  details: { passedChecks: 9, failedChecks: 4, ruleSummaries: [rule('7.18.1', 2), rule('7.2', 20), rule('7.2', 3)] },
};

const saying = (jobs: readonly object[]) => async () => ({
  code: 0,
  output: JSON.stringify({ report: { jobs } }),
  errors: 'nothing',
});
const ask = (files: readonly string[], jobs: readonly object[]) =>
  askJudge(judge, 'ua1', files, 'for all', saying(jobs));

test('each file has its verdict, in the order in which files were given', async () => {
  const verdicts = await ask(['one.pdf', 'two.pdf'], [job('two.pdf', passed), job('one.pdf', failed)]);
  expect(verdicts).toMatchObject([
    { file: 'one.pdf', kind: 'failed' },
    { file: 'two.pdf', kind: 'passed', checks: 9 },
  ]);
});

test('broken rules are told in the order of their clauses', async () => {
  const [verdict] = await ask(['one.pdf'], [job('one.pdf', failed)]);
  const rules = verdict?.kind === 'failed' ? verdict.failures.map((failure) => failure.rule) : [];
  expect(rules).toEqual(['7.2-3', '7.2-20', '7.18.1-2']);
});

test('a file that the judge leaves out does not pass', async () => {
  await expect(ask(['one.pdf', 'two.pdf'], [job('one.pdf', passed)])).rejects.toThrow(/says nothing of two\.pdf/);
});

test('a judge without a report does not pass anything', async () => {
  const run = async () => ({ code: 0, output: 'Usage: veraPDF', errors: 'Unknown option' });
  await expect(askJudge(judge, 'ua1', ['one.pdf'], 'for all', run)).rejects.toThrow(/gave no report.*Unknown option/);
  await expect(askJudge(judge, 'ua1', ['one.pdf'], 'for all', async () => undefined)).rejects.toThrow(/gave no report/);
});

const exception = {
  itemDetails: { name: resolve('one.pdf') },
  taskException: { exceptionMessage: 'Couldn’t parse stream' },
};
const nothing = { compliant: true, details: { passedChecks: 0, failedChecks: 0, ruleSummaries: [] } };
const other = { ...passed, profileName: 'PDF/A-1B validation profile' };

test.each([
  ['that cannot be parsed', exception, 'Couldn’t parse stream'],
  ['whose judging ended early', job('one.pdf', passed, 'cancelled'), 'the judge ended with "cancelled"'],
  ['of which nothing was checked', job('one.pdf', nothing), 'the judge checked nothing'],
  ['that was judged under another standard', job('one.pdf', other), 'the judge ended with "no result"'],
  [
    'that passes with failures',
    job('one.pdf', { ...failed, compliant: true }),
    'the judge’s report contradicts itself',
  ],
])('a file %s does not pass', async (_, answer, reason) => {
  expect(await ask(['one.pdf'], [answer])).toEqual([{ file: 'one.pdf', standard: 'ua1', kind: 'unreadable', reason }]);
});
