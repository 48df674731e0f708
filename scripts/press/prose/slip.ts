import type { RuleId } from '../diagnostics/rules.ts';

/** Something that an author typed and that prints as it is typed, where something else was meant. */
export interface Slip {
  readonly rule: Extract<RuleId, 'citation-shape' | 'directive-typed' | 'markdown-typed'>;
  /** Where it begins and ends in the markdown. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly cure: string;
}
