import { join } from 'node:path';
import { runSaying } from './cli/run-saying.ts';
import { dataCommand } from './data/data-command.ts';
import { diskCopies } from './press/data/copies.ts';
import { cacheFolder } from './press/project.ts';

const copies = diskCopies(join(cacheFolder, 'datasets'));

process.exitCode = await runSaying('data', (words, root) => dataCommand(words, root, copies), process.argv.slice(2));
