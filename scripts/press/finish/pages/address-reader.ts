import type { Draft } from '../file/draft.ts';
import { isDictionary, isString, type Reference } from '../file/objects.ts';
import { decodeText } from '../file/text-string.ts';

/** Reads the address that an annotation leads to (ISO 32000-1, 12.6.4.7); undefined where it leads elsewhere. */
export function addressReader(draft: Draft): (annotation: Reference) => string | undefined {
  return (annotation) => {
    const entries = draft.resolve(annotation);
    const action = isDictionary(entries) ? draft.resolve(entries.get('A')) : null;
    const address = isDictionary(action) ? draft.resolve(action.get('URI')) : null;
    return isString(address) ? decodeText(address) : undefined;
  };
}
