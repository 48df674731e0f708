import { join } from 'node:path';
import { openTerminal } from './cli/terminal.ts';
import { previewCommand } from './preview/preview-command.ts';

const end = Promise.withResolvers<void>();
let isEnding = false;
// They stay: where nobody listens for a signal, the browser's own end would take the process with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isEnding) process.exit(2);
    isEnding = true;
    end.resolve();
  });
}

process.exitCode = await previewCommand(process.argv.slice(2), {
  root: join(import.meta.dirname, '..'),
  environment: process.env,
  ...openTerminal(),
  end: end.promise,
});
