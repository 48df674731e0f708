import { join } from 'node:path';
import { checkCommand } from './check/check-command.ts';
import { openTerminal } from './cli/terminal.ts';

process.exitCode = await checkCommand(process.argv.slice(2), {
  root: join(import.meta.dirname, '..'),
  ...openTerminal(),
  async untilEnd() {
    const end = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.resolve());
    await end.promise;
  },
});
