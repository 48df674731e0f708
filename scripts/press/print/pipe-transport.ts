import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer';

/**
 * The DevTools protocol over a pair of pipes: messages in JSON, each ended by a zero byte.
 *
 * @param toBrowser the browser's file descriptor 3
 * @param fromBrowser the browser's file descriptor 4
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  let parts: Buffer[] = [];
  const transport: ConnectionTransport = {
    send(message) {
      toBrowser.write(`${message}\0`);
    },
    close() {
      toBrowser.end();
    },
  };
  fromBrowser.on('data', (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      const message = Buffer.concat([...parts, data.subarray(start, end)]).toString();
      parts = [];
      start = end + 1;
      // One at a time, so that what one message sets off is done before the next.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < data.length) parts.push(data.subarray(start));
  });
  fromBrowser.on('close', () => setImmediate(() => transport.onclose?.()));
  // A browser that dies breaks both pipes; that it died is told by its process.
  for (const stream of [toBrowser, fromBrowser]) stream.on('error', () => {});
  return transport;
}
