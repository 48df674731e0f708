import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The end-to-end tests share one machine with a browser: a wait on a busy one is not a failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
