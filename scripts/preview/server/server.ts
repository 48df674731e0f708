import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { sentences } from '../../cli/sentences.ts';
import type { ShownVersion } from '../engine/edition-store.ts';
import type { OpenRequest, PreviewState, PreviewTokens } from '../protocol.ts';
import { makeToken, refusalOf } from './access.ts';
import { type Answer, fault, json, safeHeaders } from './answer.ts';
import { helpPage } from './help-page.ts';
import { mediaTypeOf, stripTypes, type ViewerFiles } from './viewer-files.ts';

/** What the server serves, and what it sets off. */
interface ServerOptions extends Served {
  /** 0 for any that is free. */
  readonly port: number;
  readonly onState: (listener: () => void) => () => void;
  /** Opens the editor: undefined when it did, else why not. */
  readonly openEditor: (request: OpenRequest) => Promise<Answer | undefined>;
}

/** A server that runs. */
export interface PreviewServer extends AsyncDisposable {
  /** The address of the page, with its token. */
  readonly address: string;
  /**
   * An address that leads there once: for a program to open, since the words that programs are started with can be read by
   * every user of the machine.
   */
  readonly addressOnce: string;
}

/**
 * Serves the preview to this machine alone: bound to 127.0.0.1, below a path that only the person who started it knows.
 *
 * @throws Error when the port is taken
 */
export async function openServer(options: ServerOptions): Promise<PreviewServer> {
  const token = makeToken();
  const pass = makeToken();
  let isPassed = false;
  const server = createServer();
  const port = await listen(server, options.port);
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, fault(500, sentences(error)));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, port);
    if (refusal) return send(response, refusal);
    const [, given = '', path] = /^\/([^/?#]*)\/([^?#]*)$/.exec(request.url ?? '') ?? [];
    if (!isPassed && path === '' && request.method === 'GET' && pass.isRight(given)) {
      isPassed = true;
      return send(response, {
        status: 303,
        mediaType: 'text/plain',
        body: '',
        headers: { location: `/${token.text}/` },
      });
    }
    if (!token.isRight(given) || path === undefined) return send(response, fault(404, 'There is nothing here.'));
    if (request.method === 'POST') return send(response, await post(path, request));
    if (path === 'events') return sendStates(response, options.state, options.onState);
    return send(response, await answerGet(path, options));
  }

  async function post(path: string, request: IncomingMessage): Promise<Answer> {
    if (path !== 'open') return fault(404, 'There is nothing here.');
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return fault(415, 'A POST brings JSON.');
    const asked = openRequestIn(await readJson(request));
    if (!asked) return fault(400, 'To open a file, send {"file": "content/…", "line": 1, "column": 1}.');
    return (await options.openEditor(asked)) ?? { status: 204, mediaType: '', body: '' };
  }

  return {
    address: `http://127.0.0.1:${port}/${token.text}/`,
    addressOnce: `http://127.0.0.1:${port}/${pass.text}/`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (cause) {
    throw new Error(
      `Serving the preview on port ${port} failed: choose another by --port, or none for one that is free`,
      {
        cause,
      },
    );
  }
}

function send(response: ServerResponse, { status, mediaType, body, headers }: Answer): void {
  const length = String(Buffer.byteLength(body));
  const about = status === 204 ? {} : { 'content-type': mediaType, 'content-length': length };
  response.writeHead(status, { ...safeHeaders, ...headers, ...about });
  response.end(body);
}

/** What there is to be asked for. */
interface Served {
  readonly state: () => PreviewState;
  readonly version: (edition: string, version: number) => ShownVersion | undefined;
  readonly look: (edition: string) => void;
  readonly tokens: () => PreviewTokens;
  readonly files: () => ViewerFiles;
}

const nothing = fault(404, 'There is nothing here.');

/** Answers a GET of a path below the token: "", "state", "pdf/mali/3". */
async function answerGet(path: string, served: Served): Promise<Answer> {
  if (path === '') return page(served.files());
  if (path === 'state') return json(served.state());
  if (path === 'tokens') return json(served.tokens());
  if (path.startsWith('viewer/')) return file(path.slice('viewer/'.length), served.files());
  if (path.startsWith('help/')) return help(path.slice('help/'.length));
  const [, kind, edition = '', number = ''] = /^(pdf|places)\/([^/]+)\/(\d{1,9})$/.exec(path) ?? [];
  const version = served.version(edition, Number(number));
  if (kind === 'pdf' && version) {
    served.look(edition);
    return { status: 200, mediaType: 'application/pdf', body: version.pdf };
  }
  if (kind === 'places' && version?.places) return json(version.places);
  return nothing;
}

function help(rule: string): Answer {
  const body = helpPage(rule);
  return body === undefined ? nothing : { status: 200, mediaType: 'text/html; charset=utf-8', body };
}

async function page(files: ViewerFiles): Promise<Answer> {
  const index = files.get('index.html');
  return index === undefined
    ? nothing
    : { status: 200, mediaType: 'text/html; charset=utf-8', body: await readFile(index) };
}

async function file(path: string, files: ViewerFiles): Promise<Answer> {
  const found = files.get(path);
  const mediaType = mediaTypeOf(path);
  if (found === undefined || mediaType === undefined) return nothing;
  const bytes = await readFile(found);
  return { status: 200, mediaType, body: path.endsWith('.ts') ? stripTypes(bytes.toString('utf8')) : bytes };
}

const openRequest = z.strictObject({
  file: z.string().min(1).max(1000),
  line: z.int().min(1),
  column: z.int().min(1),
});

/** The request that a value makes; undefined where it is none. */
function openRequestIn(value: unknown): OpenRequest | undefined {
  const parsed = openRequest.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** More than any request has need for, in bytes. */
const longestBody = 16_384;

/** The body of a request as JSON; undefined where it is none, or too long. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Milliseconds between signs of life: without them a page would not notice that the preview was ended by force. */
const beat = 15_000;

/** Sends states over a response until it closes (HTML, 9.2 Server-sent events). Of several in a row only the last is sent. */
function sendStates(
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
