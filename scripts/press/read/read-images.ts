import type { Report } from '../diagnostics/diagnostic.ts';
import type { ImageFile } from './edition.ts';
import type { Files } from './files.ts';

type MediaType = ImageFile['mediaType'];

const types: Readonly<Record<string, MediaType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
};

/** Reads the pictures in the folder images/ of an edition, by their path from the edition's folder. */
export function readImages(files: Files, edition: string, report: Report): ReadonlyMap<string, ImageFile> {
  const images = new Map<string, ImageFile>();
  for (const name of files.list(`${edition}/images`)) {
    const file = `${edition}/images/${name}`;
    const bytes = files.bytes(file);
    const mediaType = types[name.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!bytes) continue;
    if (mediaType === undefined || sniff(bytes) !== mediaType) {
      report({
        rule: 'image-format',
        place: { file, line: 1, column: 1 },
        message: `"${name}" is not a picture that can be printed`,
        cure: 'save it as PNG, JPEG or SVG, with the ending that belongs to it',
      });
      continue;
    }
    images.set(`images/${name}`, { file, mediaType, bytes });
  }
  return images;
}

/** What the bytes are, whatever the file is called: the signatures of PNG (ISO 15948) and JPEG, and an svg element. */
function sniff(bytes: Uint8Array): MediaType | undefined {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? 'image/svg+xml' : undefined;
}
