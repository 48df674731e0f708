import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secret of one run of the preview: who has it may look and open the editor. */
export interface Token {
  /** As it stands in addresses: 128 random bits. */
  readonly text: string;
  /** In a time that does not tell how much of what was given is right. */
  isRight(given: string): boolean;
}

/** Makes a token. */
export function makeToken(): Token {
  const text = randomBytes(16).toString('base64url');
  const digest = digestOf(text);
  // Digests, since only values of one length can be compared so.
  return { text, isRight: (given) => timingSafeEqual(digest, digestOf(given)) };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
