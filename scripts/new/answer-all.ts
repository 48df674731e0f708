import type { Ask } from './ask.ts';
import type { NewEdition } from './new-edition.ts';
import type { Question } from './questions.ts';

/** All that a new edition is begun with, or a sentence on why not. */
export type Answered =
  | { readonly kind: 'edition'; readonly edition: NewEdition }
  | { readonly kind: 'wrong'; readonly message: string };

/**
 * Takes what the command line gives and asks for the rest, again and again until an answer serves.
 *
 * @param ask undefined where there is nobody to ask; then what is missing is wrong
 */
export async function answerAll(
  given: Partial<NewEdition>,
  questions: readonly Question[],
  ask: Ask | undefined,
): Promise<Answered> {
  const missing = questions.filter(({ key, asked }) => given[key] === undefined && asked !== undefined);
  if (missing.length > 0 && !ask) {
    const flags = missing.map(({ flag }) => flag).join(', ');
    return wrong(`nobody is here to be asked, so write ${flags} on the command line`);
  }
  const answers = new Map<keyof NewEdition, string>();
  for (const question of questions) {
    const { key, flag, asked, otherwise, fault } = question;
    const written = given[key]?.trim();
    const answer = written ?? (ask && asked !== undefined ? await askUntil(asked, question, ask) : otherwise);
    if (answer === undefined) return wrong('nothing was written');
    const found = fault(answer);
    if (found !== undefined) return wrong(written === undefined ? found : `${flag.replace(/ [A-Z]+$/, '')}: ${found}`);
    answers.set(key, answer);
  }
  const answer = (key: keyof NewEdition) => answers.get(key) ?? '';
  const [name, title, force] = [answer('name'), answer('title'), answer('force')];
  return { kind: 'edition', edition: { name, title, force, date: answer('date'), language: answer('language') } };
}

async function askUntil(asked: string, { otherwise, fault }: Question, ask: Ask): Promise<string | undefined> {
  let question = `${asked}: `;
  for (;;) {
    const said = await ask(question);
    if (said === undefined) return undefined;
    const answer = said === '' && otherwise !== undefined ? otherwise : said;
    const found = fault(answer);
    if (found === undefined) return answer;
    question = `  ${found}\n${asked}: `;
  }
}

function wrong(message: string): Answered {
  return { kind: 'wrong', message };
}
