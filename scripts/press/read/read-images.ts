import type { Report } from '../diagnostics/diagnostic.ts';
import type { ImageFile } from './edition.ts';
import { bytesIn, type Files, listIn } from './files.ts';
import { type CleanPicture, cleanPicture, type RefusedPicture } from './picture/clean-picture.ts';

const kinds: Readonly<Record<string, CleanPicture['kind']>> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', svg: 'svg' };

const mediaTypes = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/**
 * Reads the pictures in the folder images/ of an edition, by their path from the edition's folder: with nothing in them but
 * what draws. What else their files hold is reported, since whoever gets the files gets that as well.
 *
 * @param broken where those are noted that cannot be printed, which is reported
 */
export function readImages(
  files: Files,
  edition: string,
  broken: Set<string>,
  report: Report,
): ReadonlyMap<string, ImageFile> {
  const images = new Map<string, ImageFile>();
  for (const name of listIn(files, `${edition}/images`, report)) {
    const file = `${edition}/images/${name}`;
    const bytes = bytesIn(files, file, report);
    if (!bytes) {
      broken.add(`image images/${name}`);
      continue;
    }
    const picture = cleanPicture(bytes);
    const kind = kinds[name.split('.').at(-1)?.toLowerCase() ?? ''];
    if (kind === undefined || picture.kind !== kind) {
      broken.add(`image images/${name}`);
      reportRefused(file, name, kind !== undefined && picture.kind === 'refused' ? picture : undefined, report);
      continue;
    }
    if (picture.removed.length > 0) reportRemoved(file, name, picture.removed, report);
    images.set(`images/${name}`, { file, mediaType: mediaTypes[kind], bytes: picture.bytes });
  }
  return images;
}

/** @param picture why, where it is of the kind that its name says */
function reportRefused(file: string, name: string, picture: RefusedPicture | undefined, report: Report): void {
  report({
    rule: 'image-format',
    place: { file, line: picture?.line ?? 1, column: picture?.column ?? 1 },
    message: `"${name}" is not a picture that can be printed${picture ? `: ${picture.why}` : ''}`,
    cure: picture?.cure ?? 'save it as PNG, JPEG or SVG, with the ending that belongs to it',
  });
}

function reportRemoved(file: string, name: string, removed: readonly string[], report: Report): void {
  report({
    rule: 'image-metadata',
    place: { file, line: 1, column: 1 },
    message: `"${name}" holds ${new Intl.ListFormat('en').format(removed)}, which were left out of the PDF`,
    cure: 'export it anew without metadata: whoever gets the file gets that, too',
  });
}
