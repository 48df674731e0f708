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
  const said: PreviewFault = { message };
  return { ...json(said), status, headers };
}
