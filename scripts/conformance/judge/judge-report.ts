import { z } from 'zod';

/** The part in use of veraPDF's report in JSON. A file that could not be judged has an exception and no result. */
export const judgeReport = z.object({
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
export type JudgedFile = z.output<typeof judgeReport>['report']['jobs'][number];
