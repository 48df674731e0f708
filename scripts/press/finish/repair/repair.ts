import type { Unit } from '../content/content.ts';
import type { Reference } from '../file/objects.ts';
import { type Element, marksUnder } from '../structure/element.ts';
import { foldText } from '../text/folded-text.ts';
import { textReader, type UnitReader } from '../text/text-reader.ts';
import { resolveContainers } from './containers.ts';
import { dropEchoes } from './echoes.ts';
import { groupFigures, placeFigures } from './figures.ts';
import { describeLinks, dropLooseLinks, holdAnnotations, joinLinks } from './links.ts';
import { completeLists, tagContents, tagNotes } from './lists.ts';
import { dropRepeats } from './repeated-rows.ts';
import { applyRules } from './rule.ts';
import { completeTables, nameCells } from './tables.ts';
import { orderText } from './text-order.ts';
import { separateWords } from './word-spaces.ts';

/** The tags of a document, and what else its pages need to be read by them. */
interface Repaired {
  readonly document: Element;
  /** Text objects after which a space is missing. */
  readonly spaces: ReadonlySet<Unit>;
  /** Text objects that were taken out since others say the same: echoes, and what heads and feet of tables repeat. */
  readonly dropped: ReadonlySet<Unit>;
}

/** What is known of a print besides its tags. */
interface Known {
  /** The page's running text, with the white space between its words. */
  readonly text: string;
  readonly read: UnitReader;
  /** The address that an annotation leads to; undefined within the document. */
  readonly addressOf: (annotation: Reference) => string | undefined;
}

/** Makes the tags of a print into those of a document: each stage mends one thing, and is a function of the tags. */
export function repair(print: Element, { text, read, addressOf }: Known): Repaired {
  const resolved = resolveContainers(print);
  const echoes = dropEchoes(resolved, read);
  const repeats = dropRepeats(read);
  const repaired = applyRules(echoes.document, [
    repeats,
    holdAnnotations,
    dropLooseLinks,
    groupFigures,
    completeLists,
    completeTables,
    nameCells(),
    joinLinks,
    tagNotes(),
    tagContents,
  ]);
  const dropped = new Set([...echoes.dropped, ...repeats.dropped]);
  checkTextKept(resolved, repaired, { dropped, read });
  const folded = foldText(text);
  const ordered = orderText(repaired, folded, read);
  const spaces = separateWords(ordered, folded, read);
  return {
    document: applyRules(ordered, [placeFigures, describeLinks(textReader(read, spaces), addressOf)]),
    spaces,
    dropped,
  };
}

/**
 * Checks that repair has moved no text and lost none.
 *
 * @param dropped what was taken out since it stands there already
 * @throws Error that quotes the first text that is not where it was
 */
export function checkTextKept(
  before: Element,
  after: Element,
  { dropped, read }: { readonly dropped: ReadonlySet<Unit>; readonly read: UnitReader },
): void {
  const left = textUnits(after);
  let at = 0;
  for (const mark of marksUnder(before)) {
    for (const unit of mark.units) {
      if (unit.paint !== 'text' || dropped.has(unit)) continue;
      if (left[at] === unit) {
        at += 1;
        continue;
      }
      const { text } = read(mark.stream, unit);
      throw new Error(`the text "${text}" on page ${mark.stream.page} has not kept its place among the tags`);
    }
  }
}

function textUnits(document: Element): readonly Unit[] {
  const units: Unit[] = [];
  for (const mark of marksUnder(document)) for (const unit of mark.units) if (unit.paint === 'text') units.push(unit);
  return units;
}
