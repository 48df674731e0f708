import { grammarOf } from './grammars.ts';
import type { Qualifier } from './rule.ts';

const names: readonly Qualifier[] = ['about', 'at least', 'more than', 'nearly', 'less than', 'at most'];

/** What the words right before a place in a text say of the number there: "nearly", "more than". */
export function qualifierBefore(text: string, offset: number, language: string): Qualifier | undefined {
  const { qualifiers } = grammarOf(language);
  const before = text.slice(0, offset).toLowerCase().trimEnd();
  return names.find((name) =>
    qualifiers[name].some((words) => before === words || before.endsWith(` ${words}`) || before.endsWith(`\n${words}`)),
  );
}
