import { checkLanguage } from '../document/properties.ts';
import { type Element, marksUnder } from '../structure/element.ts';
import { headingLevel } from '../structure/structure-types.ts';
import { type TextReader, textUnder } from '../text/text-reader.ts';

/** What is wrong with an element of a type, in words that follow its name; undefined where nothing is. */
type Rule = (element: Element, heads: ReadonlySet<string>) => string | undefined;

const rules: Readonly<Record<string, { readonly name: string; readonly rule: Rule }>> = {
  Figure: { name: 'a picture', rule: needsWords },
  Formula: { name: 'a formula', rule: needsWords },
  Note: { name: 'a note', rule: needsId },
  FENote: { name: 'a note', rule: needsId },
  TH: { name: 'a head of a table', rule: headsCells },
};

/**
 * Checks that tags say what they must: pictures and formulas in words what they show, notes an id, heads of tables what
 * they head (ISO 14289-1, 7.3, 7.5, 7.7 and 7.9).
 *
 * @throws Error that names the first that does not, and its page
 */
export function checkTags(document: Element): void {
  const visit = (element: Element, heads: ReadonlySet<string>): void => {
    const own = element.type === 'Table' ? headsNamedIn(element) : heads;
    const rule = rules[element.type];
    const wrong = rule?.rule(element, own);
    if (rule && wrong !== undefined) throw new Error(`${rule.name} on page ${pageOf(element)} ${wrong}`);
    for (const kid of element.kids) if (kid.kind === 'element') visit(kid, own);
  };
  visit(document, new Set());
}

function needsWords({ attributes: { alt = '' } }: Element): string | undefined {
  return alt.trim() === '' ? 'has no alternative text' : undefined;
}

function needsId({ attributes: { id } }: Element): string | undefined {
  return id === undefined ? 'has no id' : undefined;
}

function headsCells({ attributes: { cell, id } }: Element, heads: ReadonlySet<string>): string | undefined {
  if (cell?.scope !== undefined || (id !== undefined && heads.has(id))) return undefined;
  return 'does not say what it heads: it has no scope, and no cell names it';
}

/** The ids that the cells of a table name as their heads. */
function headsNamedIn(table: Element): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = ({ attributes: { cell }, kids }: Element): void => {
    for (const id of cell?.headers ?? []) ids.add(id);
    for (const kid of kids) if (kid.kind === 'element') visit(kid);
  };
  visit(table);
  return ids;
}

function pageOf(element: Element): string {
  return String(marksUnder(element)[0]?.stream.page ?? 'unknown');
}

/**
 * Checks that no heading skips a level (ISO 14289-1, 7.4.2).
 *
 * @throws Error that quotes the first heading that does
 */
export function checkHeadingLevels(document: Element, textOf: TextReader): void {
  let before = 0;
  const visit = (element: Element): void => {
    const level = headingLevel(element);
    if (level !== undefined) {
      if (level > before + 1) {
        const after = before === 0 ? 'is the first' : `follows one of level ${before}`;
        throw new Error(`the heading "${textUnder(element, textOf)}" of level ${level} ${after}`);
      }
      before = level;
    }
    for (const kid of element.kids) if (kid.kind === 'element') visit(kid);
  };
  visit(document);
}

/** Checks the languages that tags are in. @throws Error that quotes the first that is none */
export function checkTagLanguages({ attributes: { language }, kids }: Element): void {
  if (language !== undefined) checkLanguage(language);
  for (const kid of kids) if (kid.kind === 'element') checkTagLanguages(kid);
}
