import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { EditionRun } from '../edition-run.ts';
import type { Edition } from '../read/edition.ts';
import { valueFormat } from '../read/schemas/common.ts';
import { formatFact, type OtherFormat, relativeFormats } from './format-fact.ts';

/**
 * The words that `:fact[name]` or `:fact[name]{as=…}` stands for; undefined where there are none, which is reported
 * here, or was when the fact itself failed.
 *
 * @param as another format than the fact's own, as the author wrote it
 */
export function factText(
  name: string,
  as: string | undefined,
  { facts, written }: Pick<EditionRun, 'facts' | 'written'>,
  place: Place,
  report: Report,
): string | undefined {
  const fact = facts.get(name);
  if (!fact) {
    if (!written.facts.has(name) && !written.broken.has(`fact ${name}`)) {
      report({ rule: 'fact-unknown', place, message: `unknown fact "${name}"`, cure: nearestFact(name, written) });
    }
    return undefined;
  }
  if (as === undefined) return fact.text;
  if (!isFormat(as)) {
    const cure = didYouMean(as, otherFormats, 'formats');
    report({ rule: 'value-type', place, message: `"${as}" is not a format`, cure });
    return undefined;
  }
  const outcome = formatFact(fact, fact.spec, as, written);
  if (outcome.kind === 'text') return outcome.text;
  report({
    rule: outcome.rule,
    place,
    message: `the fact "${name}" cannot be printed like this: ${outcome.message}`,
    cure: outcome.cure,
  });
  return undefined;
}

/** The name that was meant, with what it stands for. */
function nearestFact(name: string, { facts }: Edition): string {
  const cure = didYouMean(name, facts.keys(), 'facts');
  const nearest = facts.get(/^did you mean "(.*)"\?$/.exec(cure)?.[1] ?? '');
  return nearest ? cure.replace(/\?$/, ` (${nearest.value.label})?`) : cure;
}

const otherFormats: readonly OtherFormat[] = [...valueFormat.options, ...relativeFormats];

function isFormat(format: string): format is OtherFormat {
  return otherFormats.some((known) => known === format);
}
