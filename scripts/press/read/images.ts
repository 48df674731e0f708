import type { Report } from '../diagnostics/diagnostic.ts';
import { bytesIn, type Files, listIn } from './files.ts';
import { cleanPicture } from './picture/clean-picture.ts';
import type { CleanPicture, RefusedPicture } from './picture/outcome.ts';

/** An image that stands beside the text. */
export interface ImageFile {
  readonly file: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

/** What the folder images/ of an edition holds. */
interface Images {
  /** By path from the edition's folder: "images/camp.png". */
  readonly images: ReadonlyMap<string, ImageFile>;
  /** Those that cannot be printed, which was reported, as Broken has them. */
  readonly broken: readonly string[];
}

const kinds: Readonly<Record<string, CleanPicture['kind']>> = { png: 'png', jpg: 'jpeg', jpeg: 'jpeg', svg: 'svg' };

const mediaTypes = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/**
 * Reads the pictures in the folder images/ of an edition, with nothing in them but what draws. What else their files hold is
 * reported, since whoever gets the files gets that as well.
 *
 * @param edition its folder
 */
export function readImages(files: Files, edition: string, report: Report): Images {
  const images = new Map<string, ImageFile>();
  const broken: string[] = [];
  for (const name of listIn(files, `${edition}/images`, report)) {
    const file = `${edition}/images/${name}`;
    const bytes = bytesIn(files, file, report);
    const picture = bytes && cleanPicture(bytes);
    const kind = kinds[name.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!picture) broken.push(`image images/${name}`);
    else if (kind === undefined || picture.kind !== kind) {
      broken.push(`image images/${name}`);
      reportRefused(file, name, kind !== undefined && picture.kind === 'refused' ? picture : undefined, report);
    } else {
      if (picture.removed.length > 0) reportRemoved(file, name, picture.removed, report);
      images.set(`images/${name}`, { file, mediaType: mediaTypes[kind], bytes: picture.bytes });
    }
  }
  return { images, broken };
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
