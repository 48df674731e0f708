import { openTrial } from './trial.ts';

// One of several processes that share the mutants of a project among them: node trial-process.ts ROOT SHARE SHARES.
const [root = '', share = '0', shares = '1'] = process.argv.slice(2);
await using trial = await openTrial(root);
for (const [index, mutant] of trial.mutants.entries()) {
  if (index % Number(shares) !== Number(share)) continue;
  const outcome = await trial.outcomeOf(mutant);
  process.send?.({ class: mutant.class, place: mutant.place, before: mutant.before, outcome });
}
process.disconnect?.();
