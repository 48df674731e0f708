import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import { type Place, placeText } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { fillLabel } from '../read/labels.ts';
import { placedId } from './anchors.ts';
import { element, words } from './elements.ts';
import type { Writing } from './writing.ts';

/** A directive within a line that is to be written. */
export interface TextToWrite {
  readonly node: TextDirective;
  /** What stands in its brackets, as it is typed. */
  readonly name: string;
  readonly place: Place;
  /** Writes what stands in its brackets. */
  readonly inner: () => ElementContent[];
}

/** What a directive within a line becomes; undefined where it cannot be printed, which is reported. */
export type WriteText = (directive: TextToWrite, writing: Writing) => ElementContent | ElementContent[] | undefined;

/** Characters of a figure with its unit that stay on one line: "$16.56 million" does, "more than seven times" would tear its paragraph. */
const longestWhole = 16;

/** A fact, `:fact[name]{as=…}`: its value in words, marked with its name and its place. */
export function writeFact({ node, name, place }: TextToWrite, writing: Writing): ElementContent | undefined {
  const as = node.attributes?.as ?? undefined;
  const text = writing.factWords(name, as, place);
  if (text === undefined) return undefined;
  // Of a date only day and month stay together, as they do in any text: whole it would leave a stub of a line before it.
  const isDate = (as ?? writing.facts.get(name)?.spec.format) === 'date';
  const className = text.length <= longestWhole && !isDate ? ['fact', 'whole'] : ['fact'];
  return element('span', { className, dataFact: name, dataSource: placeText(place) }, [words(text)]);
}

/** A claim, `:claim[54 %]{fact=name}`: as it is typed, marked with the fact that it is held against and its place. */
export function writeClaim({ node, place, inner }: TextToWrite, writing: Writing): ElementContent {
  const fact = node.attributes?.fact ?? '';
  writing.countFact(fact);
  return element('span', { className: ['claim'], dataFact: fact, dataSource: placeText(place) }, inner());
}

/** A reference to a chart, map or table by its name, `:chart[name]`: "Figure 3", as a link to it. */
export function writeReference(kind: 'chart' | 'map' | 'table', { name, place }: TextToWrite, writing: Writing) {
  const { edition, plan, report } = writing;
  const numbered = plan.numbered.get(`${kind} ${name}`);
  if (numbered) {
    const { label, number } = numbered;
    return link(placedId({ kind, name }), fillLabel(edition.labels, label, { number: String(number) }, place, report));
  }
  const placed = [...plan.numbered.keys()].flatMap((key) =>
    key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : [],
  );
  report({
    rule: `${kind}-unknown`,
    place,
    message: `no section places a ${kind} "${name}", so the text cannot refer to it`,
    cure: placed.length > 0 ? didYouMean(name, placed, `${kind}s in place`) : `place it with ::${kind}[${name}]`,
  });
  return undefined;
}

/** A reference to a section by the name of its file, `:section[name]`: its title, as a link to it. */
export function writeSectionReference({ name, place }: TextToWrite, writing: Writing): ElementContent | undefined {
  const { sectionTitles, anchors } = writing.plan;
  const title = sectionTitles.get(name);
  if (title !== undefined) return link(anchors.ofSection(name), title);
  writing.report({
    rule: 'section-unknown',
    place,
    message: `unknown section "${name}"`,
    cure: didYouMean(name, sectionTitles.keys(), 'sections'),
  });
  return undefined;
}

function link(id: string, text: string): ElementContent {
  return element('a', { href: `#${id}` }, [words(text)]);
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * A passage in another language, `:lang[chef de la junte]{fr}`: screen readers speak it in that language. It runs in the
 * direction of its own letters. Where its language is not known it stands as it is.
 */
export function writePassage({ node, place, inner }: TextToWrite, { report }: Writing): ReturnType<WriteText> {
  const children = inner();
  const codes = Object.entries(node.attributes ?? {});
  const [code, value] = codes[0] ?? [];
  if (code === undefined || codes.length > 1 || value !== '') {
    report({
      rule: 'directive-shape',
      place,
      message: '":lang" does not say which language its words are in',
      cure: 'write the code of the language in braces after them, like :lang[chef de la junte]{fr}',
    });
    return children;
  }
  const right = rightCode(code);
  if (right !== code) {
    report({
      rule: 'directive-shape',
      place,
      message: `"${code}" is not the code of a language`,
      cure: right
        ? `did you mean "${right}"?`
        : 'write its code by ISO 639, such as "fr" for French, "ar" for Arabic or "bm" for Bambara',
    });
    return children;
  }
  return element('span', { lang: code, dir: 'auto' }, children);
}

/** The code of a language as BCP 47 writes it; undefined where there is no such language. */
function rightCode(code: string): string | undefined {
  try {
    const locale = new Intl.Locale(code);
    return languages.of(locale.language) === undefined ? undefined : locale.toString();
  } catch {
    return undefined;
  }
}
