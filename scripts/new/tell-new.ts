import type { NewEdition } from './new-edition.ts';

/** What was made, and what to do next. */
export function tellNew({ name, language }: NewEdition, sections: readonly string[], wordsIn: string): string {
  const folder = `content/${name}`;
  const foreign =
    language === wordsIn.replace(/-.*/, '') || language.startsWith(`${wordsIn}-`)
      ? ''
      : `Its sample text is in English, since the press has none in "${language}": write over it.\n`;
  return `${folder} is there: a draft that builds, with text and data of a sample (data/${name}-sample.csv)
${foreign}
Open these three, in this order; their comments say what is what:
  ${folder}/edition.yaml
  ${folder}/facts.yaml
  ${folder}/${sections[0] ?? `${language}/`}
See its pages, and them changing as you write:
  npm run preview -- ${name}
Have it checked whenever you save:
  npm run check -- ${name} --watch
`;
}
