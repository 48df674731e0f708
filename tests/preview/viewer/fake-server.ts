import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { OpenRequest, PreviewPlaces, PreviewState, PreviewTokens } from '../../../scripts/preview/protocol.ts';

const root = join(import.meta.dirname, '../../..');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.ts': 'text/javascript',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
const packages: Readonly<Record<string, readonly string[]>> = {
  pdfium: ['@embedpdf/pdfium/dist'],
  fonts: ['@fontsource/source-sans-3/files', '@fontsource/source-code-pro/files', '@fontsource/source-serif-4/files'],
};
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

type Headers = Readonly<Record<string, string>>;

/** The real server lets nothing be kept. Tests load the page often, and a third of the work of that is to read its scripts. */
const cached: Headers = { 'cache-control': 'max-age=600' };

/** What the page can ask a server for, as a test wants it; the page itself is the real one. */
export interface FakeServer extends AsyncDisposable {
  readonly address: string;
  /** Tells a new state to all pages that listen, and to those that come. */
  readonly tell: (state: PreviewState) => void;
  /** By edition and version: `mali/1`. */
  readonly pdfs: Map<string, Uint8Array>;
  readonly places: Map<string, PreviewPlaces>;
  /** What was asked to be opened. */
  readonly opened: OpenRequest[];
  /** What opening fails with, while there is something. */
  refusal: string | undefined;
  tokens: PreviewTokens;
  /** Stops answering, as a server that is ended; `goOn` answers again at the same address. */
  readonly stop: () => Promise<void>;
  readonly goOn: () => Promise<void>;
}

/** Starts a server that tells a state to all pages that come. */
export async function startFakeServer(first: PreviewState): Promise<FakeServer> {
  let state = first;
  let port = 0;
  const listening = new Set<ServerResponse>();
  const fake = {
    pdfs: new Map<string, Uint8Array>(),
    places: new Map<string, PreviewPlaces>(),
    opened: [] as OpenRequest[],
    refusal: undefined as string | undefined,
    tokens: { groups: [] } as PreviewTokens,
  };
  const event = () => `event: state\ndata: ${JSON.stringify(state)}\n\n`;
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });

    async function answer(url: string): Promise<void> {
      const path = decodeURIComponent(new URL(url, 'http://fake.invalid').pathname).replace(/^\/token\//, '');
      const [kind = '', ...rest] = path.split('/');
      const key = rest.join('/');
      if (path === 'events') {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(event());
        listening.add(response);
        response.on('close', () => listening.delete(response));
      } else if (path === 'open') {
        let body = '';
        for await (const part of request) body += part;
        fake.opened.push(JSON.parse(body) as OpenRequest);
        if (fake.refusal === undefined) response.writeHead(204).end();
        else send(500, 'application/json', JSON.stringify({ message: fake.refusal }));
      } else if (path === 'tokens') send(200, 'application/json', JSON.stringify(fake.tokens));
      else if (kind === 'pdf') sendFound(fake.pdfs.get(key), 'application/pdf');
      else if (kind === 'places') {
        const places = fake.places.get(key);
        sendFound(places && JSON.stringify(places), 'application/json');
      } else sendFound(await fileOf(path), types[extname(path || 'index.html')] ?? 'text/plain', cached);
    }
    function sendFound(body: string | Uint8Array | undefined, type: string, headers: Headers = {}): void {
      if (body === undefined) send(404, 'text/plain', 'none');
      else send(200, type, body, headers);
    }
    function send(status: number, type: string, body: string | Uint8Array, headers: Headers = {}): void {
      response.writeHead(status, { 'content-type': type, 'content-security-policy': policy, ...headers }).end(body);
    }
  });
  const goOn = () =>
    new Promise<void>((done) => {
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port;
        done();
      });
    });
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  await goOn();
  return Object.assign(fake, {
    address: `http://127.0.0.1:${port}/token/`,
    tell(next: PreviewState) {
      state = next;
      for (const response of listening) response.write(event());
    },
    goOn,
    stop,
    [Symbol.asyncDispose]: stop,
  });
}

async function fileOf(path: string): Promise<string | Uint8Array | undefined> {
  if (path === '') return readFile(join(root, 'scripts/preview/viewer/index.html'), 'utf8');
  const [, kind = '', ...rest] = normalize(path).split('/');
  const packed = packages[kind];
  const places = packed
    ? packed.map((folder) => join(root, 'node_modules', folder, rest.join('/')))
    : [join(root, 'scripts/preview', normalize(path))];
  for (const place of places) {
    const served = read.get(place) ?? (await readServed(place));
    if (served === undefined) continue;
    read.set(place, served);
    return served;
  }
  return undefined;
}

/** What was read already: each test loads the page anew. */
const read = new Map<string, string | Uint8Array>();

async function readServed(place: string): Promise<string | Uint8Array | undefined> {
  const bytes = await readFile(place).catch(() => undefined);
  return bytes && place.endsWith('.ts') ? stripTypeScriptTypes(bytes.toString('utf8')) : bytes;
}
