import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Edition } from '../read/edition.ts';

/** A value in words, or why it has none. */
export type FormatOutcome =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'failed';
      readonly rule: 'fact-value' | 'label-missing';
      readonly message: string;
      readonly cure: string;
    };

/** Whose words and which order of words. */
export type Wording = Pick<Edition, 'language' | 'labels'>;

/** A printed word of the edition's language with its {braces} filled in, or that the label file does not have it. */
export function labelled(
  name: string,
  { labels }: Wording,
  values: Readonly<Record<string, string>> = {},
): FormatOutcome {
  const label = labels.value[name];
  if (label !== undefined) return words(label.replace(/\{([a-z_]+)\}/g, (whole, key: string) => values[key] ?? whole));
  return {
    kind: 'failed',
    rule: 'label-missing',
    message: `${labels.at().file} has no label "${name}"`,
    cure: didYouMean(name, Object.keys(labels.value), 'labels'),
  };
}

/** Words as an outcome. */
export function words(text: string): { readonly kind: 'text'; readonly text: string } {
  return { kind: 'text', text };
}
