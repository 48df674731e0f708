import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GuideStep } from './guide-step.ts';
import { runInGuide } from './run-in-guide.ts';
import { written } from './written.ts';

/** What hears of the steps of a guide as they are done. */
export interface GuideEvents {
  readonly onAnswer: (step: GuideStep & { readonly kind: 'run' }, answer: string) => void;
  readonly onPicture: (step: GuideStep & { readonly kind: 'picture' }) => Promise<void>;
}

/** Does what a guide says, in a project of its own. Commands that stay, and those of git, are left out. */
export async function followGuide(steps: readonly GuideStep[], root: string, events: GuideEvents): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'picture') await events.onPicture(step);
    if (step.kind === 'write') {
      const path = join(root, step.path);
      const before = step.where.kind === 'whole' ? '' : await readFile(path, 'utf8');
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, written(before, step.where, step.text));
    }
    if (step.kind === 'run') {
      const answer = await runInGuide(step.command, step.words, root);
      if (answer !== undefined) events.onAnswer(step, answer);
    }
  }
}
