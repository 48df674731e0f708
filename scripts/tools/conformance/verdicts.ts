import { resolve } from 'node:path';
import { z } from 'zod';
import type { Judge } from './judge.ts';
import { runProgram } from './programs.ts';

/** A standard that the judge holds a PDF against, by veraPDF's name for it. */
export type Standard = 'ua1' | '3a';

/** The standards by their names for people. */
export const standardNames: Readonly<Record<Standard, string>> = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' };

/** One rule of a standard that a PDF breaks. */
export interface Failure {
  /** Clause and test, as the judge numbers them: "7.3-1" (ISO 14289-1 for PDF/UA-1, ISO 19005-3 for PDF/A-3a). */
  readonly rule: string;
  /** The clause in the judge's words. */
  readonly description: string;
  /** How many checks of this rule failed. */
  readonly count: number;
  /** Where, as the judge says it: a path of objects. At most `mostPlaces` of them. */
  readonly contexts: readonly string[];
}

/** What the judge says of one PDF under one standard. */
export type Verdict = {
  readonly file: string;
  readonly standard: Standard;
} & (
  | { readonly kind: 'passed'; readonly checks: number }
  | { readonly kind: 'failed'; readonly failures: readonly Failure[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
);

/** The most places that the judge is asked to list for a rule. */
const mostPlaces = 20;

/** The name of a standard's profile in the judge's report. */
const profileNames: Readonly<Record<Standard, RegExp>> = { ua1: /^PDF\/UA-1\b/, '3a': /^PDF\/A-3A\b/i };

/**
 * Has PDFs judged under a standard, all in one run of the judge.
 *
 * @param look for all failures, or until the first is found, which is much quicker
 * @returns one verdict a file, in the order of the files
 * @throws Error when the judge gives no report, or leaves a file out of it: nothing passes in silence
 */
export async function askJudge(
  judge: Judge,
  standard: Standard,
  files: readonly string[],
  look: 'for all' | 'for one' = 'for all',
  run: typeof runProgram = runProgram,
): Promise<readonly Verdict[]> {
  const most = look === 'for all' ? ['--maxfailuresdisplayed', String(mostPlaces)] : ['--maxfailures', '1'];
  const options = ['--flavour', standard, '--format', 'json', ...most];
  const end = await run(judge.program, [...judge.args, ...options, ...files]);
  const report = readReport(end?.output ?? '');
  if (!report) {
    throw new Error(
      `Judging under ${standardNames[standard]}: ${judge.label} gave no report that could be read. It said: ${end?.errors.trim().split('\n').at(-1)}`,
    );
  }
  const judged = new Map(report.map((job) => [resolve(job.itemDetails.name), job]));
  return files.map((file) => {
    const job = judged.get(resolve(file));
    if (!job) throw new Error(`Judging under ${standardNames[standard]}: ${judge.label} says nothing of ${file}`);
    return verdictOf(file, standard, job);
  });
}

function readReport(output: string): readonly JudgedFile[] | undefined {
  try {
    return judgeReport.parse(JSON.parse(output)).report.jobs;
  } catch {
    return undefined;
  }
}

function verdictOf(file: string, standard: Standard, { validationResult, taskException }: JudgedFile): Verdict {
  const result = validationResult.find(({ profileName }) => profileNames[standard].test(profileName));
  if (result?.jobEndStatus !== 'normal') {
    const reason = taskException?.exceptionMessage ?? `the judge ended with "${result?.jobEndStatus ?? 'no result'}"`;
    return { file, standard, kind: 'unreadable', reason };
  }
  const { passedChecks, failedChecks, ruleSummaries } = result.details;
  const failures = ruleSummaries
    .filter(({ ruleStatus }) => ruleStatus === 'FAILED')
    .map((rule): Failure => {
      const contexts = rule.checks.filter(({ status }) => status === 'failed').map(({ context }) => context);
      const { clause, testNumber, description } = rule;
      return { rule: `${clause}-${testNumber}`, description, count: rule.failedChecks, contexts };
    })
    // The judge's own order is that of a hash.
    .toSorted((one, other) => one.rule.localeCompare(other.rule, 'en', { numeric: true }));
  if (result.compliant !== (failedChecks === 0) || result.compliant !== (failures.length === 0)) {
    return { file, standard, kind: 'unreadable', reason: 'the judge’s report contradicts itself' };
  }
  if (!result.compliant) return { file, standard, kind: 'failed', failures };
  // A pass without a check would be a pass of nothing.
  if (passedChecks === 0) return { file, standard, kind: 'unreadable', reason: 'the judge checked nothing' };
  return { file, standard, kind: 'passed', checks: passedChecks };
}

/** The part in use of veraPDF's report in JSON. A file that could not be judged has an exception and no result. */
const judgeReport = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z
          .array(
            z.object({
              profileName: z.string(),
              jobEndStatus: z.string(),
              compliant: z.boolean(),
              details: z.object({
                passedChecks: z.int(),
                failedChecks: z.int(),
                ruleSummaries: z.array(
                  z.object({
                    ruleStatus: z.string(),
                    clause: z.string(),
                    testNumber: z.int(),
                    description: z.string(),
                    failedChecks: z.int(),
                    checks: z.array(z.object({ status: z.string(), context: z.string() })),
                  }),
                ),
              }),
            }),
          )
          .default([]),
        taskException: z.object({ exceptionMessage: z.string() }).optional(),
      }),
    ),
  }),
});

/** What veraPDF says of one file. */
type JudgedFile = z.output<typeof judgeReport>['report']['jobs'][number];
