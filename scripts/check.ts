import { join } from 'node:path';
import { checkCommand } from './check/check-command.ts';

process.exitCode = await checkCommand(process.argv.slice(2), {
  root: join(import.meta.dirname, '..'),
  out: process.stdout,
  err: process.stderr,
  async untilEnd() {
    const end = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.resolve());
    await end.promise;
  },
});
