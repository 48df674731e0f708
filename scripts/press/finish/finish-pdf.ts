import { checkAnnotations, checkLinkTags } from './check/annotations.ts';
import { checkObjects } from './check/objects.ts';
import { checkHeadingLevels, checkTagLanguages, checkTags } from './check/tags.ts';
import type { Box } from './content/geometry.ts';
import { addressReader, readPages } from './content/pages.ts';
import { type Attachment, attachFiles } from './document/attachments.ts';
import { mendOutline } from './document/outline.ts';
import { checkProperties, type DocumentProperties, describeDocument } from './document/properties.ts';
import { openFile } from './file/open-file.ts';
import { writeFile } from './file/write-file.ts';
import type { Identities } from './identity/identities.ts';
import { artifactOf, checkDecoration, layout } from './repair/artifacts.ts';
import { repair } from './repair/repair.ts';
import { marksUnder } from './structure/element.ts';
import { readStructure } from './structure/structure-reader.ts';
import { writeStructure } from './structure/structure-writer.ts';
import { mendFonts } from './text/fonts.ts';
import { checkFontGlyphs, settleGlyphs } from './text/glyphs.ts';
import { openUnitReader, textReader } from './text/text-reader.ts';

/** What a print does not say of itself. */
export interface PrintContext {
  readonly properties: DocumentProperties;
  readonly identities: Identities;
  /** The page's running text, with the white space between its words. */
  readonly text: string;
  /** The area of its pages between the margins, in points. */
  readonly body: Box;
}

/** A text of a document with the page that it stands on, from 1. */
export interface LaidText {
  readonly page: number;
  readonly text: string;
}

/** A document but for the files that go within it, which may quote its text. */
export interface FinishedPrint {
  /** All of its tagged text, in reading order. */
  readonly text: readonly LaidText[];
  /** The finished document, with files that belong to the whole of it; the same files give the same bytes. */
  readonly write: (attachments: readonly Attachment[]) => Uint8Array;
}

/**
 * Makes a print into a document: its tags are mended, it gets its properties, and loses every trace of the machine and
 * the time that it was printed on. Two prints of one page, finished with the same properties and files, are the same
 * bytes.
 *
 * @param print as it came from the browser
 * @throws Error when there is something in the print that is not understood, with what that is as its cause
 */
export function finishPrint(print: Uint8Array, { properties, identities, text, body }: PrintContext): FinishedPrint {
  const attempt = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (cause) {
      throw new Error(`Finishing the PDF of "${properties.title}" failed`, { cause });
    }
  };
  return attempt(() => {
    checkProperties(properties);
    const pdf = openFile(print);
    const pages = readPages(pdf);
    if (pages.length === 0) throw new Error('the print has no page');
    const read = openUnitReader(pdf);
    const structure = readStructure(pdf, pages, { identities, language: properties.language });
    checkAnnotations(pdf, pages, structure);
    const { document, spaces, dropped } = repair(structure, { text, read, addressOf: addressReader(pdf) });
    const textOf = textReader(read, spaces);
    checkFontGlyphs(pages, read);
    checkTags(document);
    checkTagLanguages(document);
    checkLinkTags(document, pages);
    checkHeadingLevels(document, textOf);
    const laid = marksUnder(document).map((mark) => ({ page: mark.stream.page, text: textOf(mark) }));
    const settled = settleGlyphs(
      pages,
      read,
      laid.map((part) => part.text),
    );
    writeStructure(pdf, pages, document, {
      artifactOf: checkDecoration(artifactOf(body), { decoration: layout, excused: dropped, read }),
      append: (unit, stream) => (spaces.has(unit) ? read(stream, unit).space : undefined),
      unmark: (unit) => (settled.marks.get(unit) ?? []).flatMap(({ begin, end }) => [begin, end]),
    });
    mendOutline(pdf, document, textOf);
    mendFonts(pdf, pages, settled.texts);
    describeDocument(pdf, properties);
    checkObjects(pdf, pages, document);
    return {
      text: laid,
      write: (attachments) =>
        attempt(() => {
          const whole = pdf.fork();
          attachFiles(whole, attachments, properties.date);
          return writeFile(whole);
        }),
    };
  });
}

/**
 * Makes a print into a document with files that are known before it is read: `finishPrint` and then its writing.
 *
 * @param print as it came from the browser
 * @throws Error when there is something in the print that is not understood, with what that is as its cause
 */
export function finishPdf(
  print: Uint8Array,
  { attachments, ...context }: PrintContext & { readonly attachments: readonly Attachment[] },
): Uint8Array {
  return finishPrint(print, context).write(attachments);
}
