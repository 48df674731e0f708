import { checkLanguages } from '../check/check-languages.ts';
import { checkText } from '../check/check-text.ts';
import type { Unit } from '../content/content.ts';
import type { Reference } from '../file/objects.ts';
import type { Identities } from '../identity/identity.ts';
import type { Element } from '../structure/element.ts';
import { textReader, type UnitReader } from '../text/text-reader.ts';
import { completeLists } from './complete-lists.ts';
import { completeTables } from './complete-tables.ts';
import { describeLinks } from './describe-links.ts';
import { dropDecorations } from './drop-decorations.ts';
import { dropEchoes } from './drop-echoes.ts';
import { dropEmpty } from './drop-empty.ts';
import { dropRepeats } from './drop-repeats.ts';
import { groupFigures } from './group-figures.ts';
import { joinLinks } from './join-links.ts';
import { nameCells } from './name-cells.ts';
import { orderText } from './order-text.ts';
import { placeFigures } from './place-figures.ts';
import { resolveContainers } from './resolve-containers.ts';
import { restoreIdentities } from './restore-identities.ts';
import { separateWords } from './separate-words.ts';
import { settleLanguages } from './settle-languages.ts';
import { tagContents } from './tag-contents.ts';
import { tagNotes } from './tag-notes.ts';

/** The tags of a document, and what else its pages need to be read by them. */
export interface Repaired {
  readonly document: Element;
  /** Text objects after which a space is missing. */
  readonly spaces: ReadonlySet<Unit>;
}

/** What is known of a print besides its tags. */
export interface Known {
  readonly identities: Identities;
  /** The document's language, a BCP 47 tag. */
  readonly language: string;
  /** The page's running text, with the white space between its words. */
  readonly text: string;
  readonly read: UnitReader;
  /** The address that an annotation leads to; undefined within the document. */
  readonly addressOf: (annotation: Reference) => string | undefined;
}

/** Makes the tags of a print into those of a document: each stage mends one thing, and is a function of the tags. */
export function repair(print: Element, { identities, language, text, read, addressOf }: Known): Repaired {
  const printedText = textReader(read, new Set());
  const once = dropRepeats(dropDecorations(restoreIdentities(print, identities)), read);
  const stages: readonly ((document: Element) => Element)[] = [
    resolveContainers,
    groupFigures,
    dropEmpty,
    completeLists,
    completeTables,
    tagNotes,
    tagContents,
    nameCells,
    placeFigures,
    joinLinks,
    (document) => settleLanguages(document, language),
  ];
  const repaired = stages.reduce((document, stage) => stage(document), once);
  checkLanguages(repaired);
  checkText(once, repaired, printedText);
  const ordered = orderText(dropEchoes(repaired, read), text, read);
  const spaces = separateWords(ordered, text, read);
  return { document: describeLinks(ordered, textReader(read, spaces), addressOf), spaces };
}
