import { checkText } from '../check/check-text.ts';
import type { Unit } from '../content/content.ts';
import type { Reference } from '../file/objects.ts';
import type { Element } from '../structure/element.ts';
import { foldText } from '../text/fold-text.ts';
import { textReader, type UnitReader } from '../text/text-reader.ts';
import { completeLists } from './complete-lists.ts';
import { completeTables } from './complete-tables.ts';
import { describeLinks } from './describe-links.ts';
import { dropEchoes } from './drop-echoes.ts';
import { dropLooseLinks } from './drop-loose-links.ts';
import { dropRepeats } from './drop-repeats.ts';
import { groupFigures } from './group-figures.ts';
import { holdAnnotations } from './hold-annotations.ts';
import { joinLinks } from './join-links.ts';
import { nameCells } from './name-cells.ts';
import { orderText } from './order-text.ts';
import { placeFigures } from './place-figures.ts';
import { resolveContainers } from './resolve-containers.ts';
import { applyRules } from './rule.ts';
import { separateWords } from './separate-words.ts';
import { tagContents } from './tag-contents.ts';
import { tagNotes } from './tag-notes.ts';

/** The tags of a document, and what else its pages need to be read by them. */
export interface Repaired {
  readonly document: Element;
  /** Text objects after which a space is missing. */
  readonly spaces: ReadonlySet<Unit>;
  /** Text objects that were taken out since others say the same: echoes, and what heads and feet of tables repeat. */
  readonly dropped: ReadonlySet<Unit>;
}

/** What is known of a print besides its tags. */
export interface Known {
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
  checkText(resolved, repaired, { dropped, read });
  const folded = foldText(text);
  const ordered = orderText(repaired, folded, read);
  const spaces = separateWords(ordered, folded, read);
  return {
    document: applyRules(ordered, [placeFigures, describeLinks(textReader(read, spaces), addressOf)]),
    spaces,
    dropped,
  };
}
