import type { PreviewFault } from '../protocol.ts';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value as JSON. */
export function json(value: object): Answer {
  return { status: 200, mediaType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** Why there is nothing else to answer with. */
export function fault(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const body: PreviewFault = { message };
  return { ...json(body), status, headers };
}

/** What the page may load: its own scripts, styles, fonts and data, and no script that is written in it. */
const policy = [
  "default-src 'none'",
  // pdfium, which shows the PDF, is WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer: nothing is kept, framed, guessed at, or told to other sites. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
