import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { cleanPicture } from '../press/read/picture/clean-picture.ts';

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
    const clean = bytes && cleanPicture(bytes);
    if (clean && clean.kind !== 'refused') {
      const file = `images/${name}-${files.size + 1}.${clean.kind === 'jpeg' ? 'jpg' : clean.kind}`;
      files.set(file, clean.bytes);
      known.set(image.url, file);
      if (clean.removed.length > 0) {
        notices.push(`of the picture ${file} were left out: ${clean.removed.join(', ')}`);
      }
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
    const cure = 'save it in images/ and place it with ![what it shows](images/…)';
    notices.push(
      clean?.kind === 'refused'
        ? `the picture "${alt || image.url.slice(0, 80)}" cannot be printed, since ${clean.why}: ${clean.cure}, ${cure}`
        : `the picture "${image.url.slice(0, 80)}" is not in the manuscript${remote ? ': a link to it stands in its place' : ''}; ${cure}`,
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
