import { checkText } from '../check/check-text.ts';
import type { Reference } from '../file/objects.ts';
import type { Identities } from '../identity/identity.ts';
import type { Element } from '../structure/element.ts';
import type { TextReader } from '../text/text-reader.ts';
import { completeLists } from './complete-lists.ts';
import { completeTables } from './complete-tables.ts';
import { describeLinks } from './describe-links.ts';
import { dropDecorations } from './drop-decorations.ts';
import { dropEmpty } from './drop-empty.ts';
import { dropRepeats } from './drop-repeats.ts';
import { groupFigures } from './group-figures.ts';
import { nameCells } from './name-cells.ts';
import { placeFigures } from './place-figures.ts';
import { resolveContainers } from './resolve-containers.ts';
import { restoreIdentities } from './restore-identities.ts';
import { settleLanguages } from './settle-languages.ts';
import { tagContents } from './tag-contents.ts';
import { tagNotes } from './tag-notes.ts';

/** What is known of a print besides its tags. */
export interface Known {
  readonly identities: Identities;
  /** The document's language, a BCP 47 tag. */
  readonly language: string;
  readonly textOf: TextReader;
  /** The address that an annotation leads to; undefined within the document. */
  readonly addressOf: (annotation: Reference) => string | undefined;
}

/** Makes the tags of a print into those of a document: each stage mends one thing, and is a function of the tags. */
export function repair(print: Element, { identities, language, textOf, addressOf }: Known): Element {
  const once = dropRepeats(dropDecorations(restoreIdentities(print, identities)), textOf);
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
    (document) => describeLinks(document, textOf, addressOf),
    (document) => settleLanguages(document, language),
  ];
  const repaired = stages.reduce((document, stage) => stage(document), once);
  checkText(once, repaired, textOf);
  return repaired;
}
