import { runSaying } from './cli/run-saying.ts';
import { newCommand } from './new/new-command.ts';
import { askOn } from './new/questions.ts';

process.exitCode = await runSaying(
  'new',
  async (words, root) => {
    const { stdin, stderr } = process;
    await using asking = stdin.isTTY && stderr.isTTY ? askOn(stdin, stderr) : undefined;
    return await newCommand(words, root, { now: new Date(), ask: asking?.ask });
  },
  process.argv.slice(2),
);
