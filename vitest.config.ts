import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // No module keeps a state that tests could share, and reading the modules anew for each file took a third of the time.
    isolate: false,
    // A third of an end-to-end test is waiting for the browser: one file more than there are cores uses them whole.
    maxWorkers: availableParallelism() + 1,
    // The end-to-end tests share one machine with a browser: a wait on a busy one is not a failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
