import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, fault } from './answer.ts';

/** The names that this machine has for itself. */
const hosts = ['127.0.0.1', 'localhost'] as const;

/**
 * Why a request is not let in, before anything else is looked at; undefined where it may come from the preview's page or
 * from the person who opened it.
 *
 * A page of another site can send requests to this server, but not hide where they come from: its browser names the site
 * (Origin, Sec-Fetch-Site). One that has made its own name lead here (DNS rebinding) is known by that name (Host).
 */
export function refusalOf({ method, headersDistinct }: IncomingMessage, port: number): Answer | undefined {
  const { host = [], origin, 'sec-fetch-site': site = [] } = headersDistinct;
  if (method !== 'GET' && method !== 'POST')
    return fault(405, 'Only GET and POST are answered.', { allow: 'GET, POST' });
  const own = hosts.find((name) => host.length === 1 && host[0] === `${name}:${port}`);
  if (own === undefined) return fault(403, 'This server answers under 127.0.0.1 and localhost only.');
  const isForeign = origin?.some((from) => from !== `http://${own}:${port}`) ?? false;
  // "none": somebody typed the address, or another program opened it.
  const isCross = site.some((from) => from !== 'same-origin' && !(from === 'none' && method === 'GET'));
  if (isForeign || isCross) return fault(403, 'This server answers to its own page only.');
  // Browsers send it with every POST; a program that has the token can say it, too.
  if (method === 'POST' && origin?.length !== 1) return fault(403, 'A POST has to say its origin.');
  return undefined;
}

/** The secret of one run of the preview: who has it may look and open the editor. */
interface Token {
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
