import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** The pictures of a manuscript with what is to be said of them. */
export interface TakenPictures {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly notices: readonly string[];
}

/**
 * Gives every picture a file in images/, named after the manuscript, and lets the text refer to it. One that is not there
 * becomes a link where it has an address, else its alternative text, and a sentence says so.
 *
 * @param fetch the bytes of a picture by the source that the text names; of data: addresses they are in the text
 */
export function takePictures(
  tree: Root,
  name: string,
  fetch: (source: string) => Uint8Array | undefined,
): TakenPictures {
  const files = new Map<string, Uint8Array>();
  const notices: string[] = [];
  const known = new Map<string, string>();
  visit(tree, 'image', (image, index, parent) => {
    const inText = /^data:[^,]*;base64,(.*)$/s.exec(image.url)?.[1];
    const bytes = known.has(image.url)
      ? undefined
      : inText === undefined
        ? fetch(image.url)
        : Buffer.from(inText, 'base64');
    if (bytes) {
      const file = `images/${name}-${files.size + 1}.${endingOf(bytes, image.url)}`;
      files.set(file, bytes);
      known.set(image.url, file);
    }
    const file = known.get(image.url);
    if (file !== undefined) {
      image.url = file;
      image.title = null;
      // An alternative text has no way to escape what the press would fill in.
      image.alt = (image.alt ?? '').replace(/:(?=(?:fact|claim)\[)/g, ': ');
      return undefined;
    }
    const alt = image.alt ?? '';
    const remote = /^https?:/.test(image.url);
    notices.push(
      `the picture "${image.url.slice(0, 80)}" is not in the manuscript${remote ? ': a link to it stands in its place' : ''}; save it in images/ and place it with ![what it shows](images/…)`,
    );
    const words = { type: 'text' as const, value: alt || (remote ? image.url : '') };
    parent?.children.splice(
      index ?? 0,
      1,
      ...(remote ? [{ type: 'link' as const, url: image.url, children: [words] }] : [words]),
    );
    return [SKIP, (index ?? 0) + 1];
  });
  return { files, notices };
}

/** The ending by what the bytes are; of a kind that cannot be printed, the one that its name has. */
function endingOf(bytes: Uint8Array, source: string): string {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (starts(0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0x47, 0x49, 0x46)) return 'gif';
  if (/<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096)))) return 'svg';
  return /\.([a-z]{3,4})$/i.exec(source)?.[1]?.toLowerCase() ?? 'bin';
}
