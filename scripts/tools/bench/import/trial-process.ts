import { openBrowser } from '../../../press/print/open-browser.ts';
import { tryDocument } from './document-trial.ts';

// Tries one document after the other, as they are sent: node trial-process.ts BASE print|check.
const [base = '', how = 'check'] = process.argv.slice(2);
await using printer = how === 'print' ? await openBrowser({ jobs: 1 }) : undefined;
const parent = process.send?.bind(process);
for await (const file of messages()) parent?.(await tryDocument(file, base, printer));

async function* messages(): AsyncIterable<string> {
  const waiting: string[] = [];
  let wake = (): void => {};
  let isOpen = true;
  process.on('message', (file) => {
    waiting.push(String(file));
    wake();
  });
  process.on('disconnect', () => {
    isOpen = false;
    wake();
  });
  parent?.('ready');
  while (isOpen) {
    const file = waiting.shift();
    if (file !== undefined) yield file;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
