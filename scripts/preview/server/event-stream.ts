import type { ServerResponse } from 'node:http';
import type { PreviewState } from '../protocol.ts';
import { safeHeaders } from './safe-headers.ts';

/** Milliseconds between signs of life: without them a page would not notice that the preview was ended by force. */
const beat = 15_000;

/** Sends states over a response until it closes (HTML, 9.2 Server-sent events). Of several in a row only the last is sent. */
export function sendStates(
  response: ServerResponse,
  state: () => PreviewState,
  onState: (listener: () => void) => () => void,
): void {
  response.writeHead(200, { ...safeHeaders, 'content-type': 'text/event-stream; charset=utf-8' });
  let isDue = false;
  const send = (): void => {
    isDue = false;
    // A page that cannot keep up gets the newest state once it can.
    if (response.writableNeedDrain) response.once('drain', later);
    else response.write(`event: state\ndata: ${JSON.stringify(state())}\n\n`);
  };
  const later = (): void => {
    if (isDue) return;
    isDue = true;
    setImmediate(send);
  };
  send();
  const stop = onState(later);
  const beating = setInterval(() => response.write(': still here\n\n'), beat);
  response.once('close', () => {
    stop();
    clearInterval(beating);
  });
}
