import type { Draft } from '../file/draft.ts';
import { type Dictionary, isDictionary, isName } from '../file/objects.ts';

/** What a font is called in messages: its own name, or that of its descriptor, since a Type 3 font has none. */
export function fontName(draft: Draft, font: Dictionary): string {
  const descriptor = draft.resolve(font.get('FontDescriptor'));
  const name = font.get('BaseFont') ?? (isDictionary(descriptor) ? descriptor.get('FontName') : undefined);
  return isName(name) ? name.slice(1) : 'without a name';
}
