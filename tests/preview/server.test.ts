import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenRequest, PreviewState } from '../../scripts/preview/protocol.ts';
import { fault } from '../../scripts/preview/server/answer.ts';
import { openServer, type PreviewServer } from '../../scripts/preview/server/server.ts';
import { listViewerFiles } from '../../scripts/preview/server/viewer-files.ts';

const state: PreviewState = {
  editions: [{ name: 'mali', title: 'Mali', language: 'en', status: 'ready', diagnostics: [] }],
  shared: [],
};
const places = {
  pages: [],
  body: { x: 0, y: 0, width: 0, height: 0 },
  baseline: { first: 0, step: 14 },
  outline: [],
  boxes: [],
};
const versions = new Map([
  ['mali 1', { version: 1, pages: 2, at: 0, pdf: new TextEncoder().encode('%PDF-1.7'), places }],
  ['mali 2', { version: 2, pages: 2, at: 0, pdf: new TextEncoder().encode('%PDF-1.7'), places: undefined }],
]);

let server: PreviewServer;
let port: number;
let below: string;
const opened: OpenRequest[] = [];
const listeners = new Set<() => void>();

beforeAll(async () => {
  server = await openServer({
    port: 0,
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: (edition, version) => versions.get(`${edition} ${version}`),
    look: () => {},
    tokens: () => ({ groups: [] }),
    files: listViewerFiles,
    async openEditor(asked) {
      opened.push(asked);
      return asked.file === 'elsewhere' ? fault(403, 'There is no file elsewhere.') : undefined;
    },
  });
  const address = new URL(server.address);
  port = Number(address.port);
  below = address.pathname;
});
afterAll(() => server[Symbol.asyncDispose]());

interface Asked {
  readonly method?: string;
  /** Below the token, or from the root when it begins with a slash. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

function ask({ method = 'GET', path = 'state', headers = {}, body }: Asked): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const asking = request({
    host: '127.0.0.1',
    port,
    method,
    path: path.startsWith('/') ? path : below + path,
    headers: { host: `127.0.0.1:${port}`, ...headers } as Record<string, string>,
  });
  asking.on('response', async (response) => {
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() });
  });
  asking.on('error', reject);
  asking.end(body);
  return promise;
}

/** What the server says to these very bytes, up to its last. */
async function say(lines: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1', () => socket.end(lines));
  let text = '';
  socket.on('data', (data) => {
    text += data.toString();
  });
  socket.on('close', () => resolve(text));
  socket.on('error', reject);
  return promise;
}

const own = () => `http://127.0.0.1:${port}`;
const json = { 'content-type': 'application/json' };
const place = JSON.stringify({ file: 'content/mali/edition.yaml', line: 3, column: 1 });

test('the address is of this machine alone, with 128 random bits', () => {
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/$/);
});

test('the address for a program leads to the page once, and to nothing but the page', async () => {
  const { pathname } = new URL(server.addressOnce);
  expect((await ask({ path: `${pathname}state` })).status).toBe(404);
  expect((await ask({ path: pathname, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  const first = await ask({ path: pathname, headers: { 'sec-fetch-site': 'none' } });
  expect(first).toMatchObject({ status: 303, headers: { location: below } });
  expect((await ask({ path: pathname })).status).toBe(404);
});

test.each<[string, () => Asked, number]>([
  ['the state', () => ({}), 200],
  ['the state under the name localhost', () => ({ headers: { host: `localhost:${port}` } }), 200],
  ['tokens', () => ({ path: 'tokens' }), 200],
  ['a PDF', () => ({ path: 'pdf/mali/1' }), 200],
  ['places', () => ({ path: 'places/mali/1' }), 200],
  ['places of what is not finished', () => ({ path: 'places/mali/2' }), 404],
  ['a version that there is not', () => ({ path: 'pdf/mali/3' }), 404],
  ['a file of a package', () => ({ path: 'viewer/pdfium/pdfium.wasm' }), 200],
  ['the page asking itself', () => ({ headers: { origin: own(), 'sec-fetch-site': 'same-origin' } }), 200],
  ['an address that was typed', () => ({ headers: { 'sec-fetch-site': 'none' } }), 200],
  ['the page on a rule', () => ({ path: 'help/fact-unknown' }), 200],
  ['the page on a rule that there is not', () => ({ path: 'help/fact' }), 404],
  ['the page on a rule upwards', () => ({ path: 'help/../facts' }), 404],

  ['no token', () => ({ path: '/state' }), 404],
  ['another token', () => ({ path: `/${'A'.repeat(22)}/state` }), 404],
  ['half of the token', () => ({ path: `${below.slice(0, 12)}/state` }), 404],
  ['the token without a slash', () => ({ path: below.slice(0, -1) }), 404],
  ['the token in a query', () => ({ path: `/?${below}state` }), 404],

  ['the name of another site', () => ({ headers: { host: 'evil.example' } }), 403],
  ['the name of another site with this port', () => ({ headers: { host: `evil.example:${port}` } }), 403],
  ['another port', () => ({ headers: { host: '127.0.0.1:1' } }), 403],
  ['no port', () => ({ headers: { host: '127.0.0.1' } }), 403],
  ['an address of the network', () => ({ headers: { host: `192.168.0.7:${port}` } }), 403],
  ['a name that ends like ours', () => ({ headers: { host: `evil.localhost:${port}` } }), 403],

  ['a page of another site', () => ({ headers: { origin: 'http://evil.example' } }), 403],
  ['a page of another port', () => ({ headers: { origin: 'http://127.0.0.1:1' } }), 403],
  ['a page by https', () => ({ headers: { origin: `https://127.0.0.1:${port}` } }), 403],
  ['a page without an origin', () => ({ headers: { origin: 'null' } }), 403],
  ['a page under our other name', () => ({ headers: { origin: `http://localhost:${port}` } }), 403],
  ['an image in another site', () => ({ headers: { 'sec-fetch-site': 'cross-site' } }), 403],
  ['a page of another port, without its origin', () => ({ headers: { 'sec-fetch-site': 'same-site' } }), 403],

  ['OPTIONS, as before a request across origins', () => ({ method: 'OPTIONS', headers: { origin: own() } }), 405],
  ['PUT', () => ({ method: 'PUT' }), 405],
  ['DELETE', () => ({ method: 'DELETE' }), 405],
  ['HEAD', () => ({ method: 'HEAD' }), 405],

  ['a path upwards', () => ({ path: 'viewer/../protocol.ts' }), 404],
  ['a path upwards, encoded', () => ({ path: 'viewer/..%2fprotocol.ts' }), 404],
  ['a path upwards, encoded twice', () => ({ path: 'viewer/%252e%252e/protocol.ts' }), 404],
  ['a path upwards by backslashes', () => ({ path: 'viewer/..\\protocol.ts' }), 404],
  ['a path from the root of the disk', () => ({ path: 'viewer//etc/passwd' }), 404],
  ['a path with a zero byte', () => ({ path: 'viewer/index.html%00.ts' }), 404],
  ['an edition upwards', () => ({ path: 'pdf/../../package.json' }), 404],
  ['another file of a package', () => ({ path: 'viewer/pdfium/../package.json' }), 404],
  ['a file of the project', () => ({ path: 'content/mali/edition.yaml' }), 404],
])('%s is answered with the status it has to have', async (_, asked, status) => {
  const answered = await ask(asked());
  expect(answered.status).toBe(status);
  if (status >= 400) expect(answered.text).not.toMatch(/import|scripts/);
});

test.each<[string, () => Asked, number]>([
  ['from the page', () => ({ headers: { ...json, origin: own(), 'sec-fetch-site': 'same-origin' }, body: place }), 204],
  ['without an origin', () => ({ headers: json, body: place }), 403],
  ['from another site', () => ({ headers: { ...json, origin: 'http://evil.example' }, body: place }), 403],
  ['from an address that was typed', () => ({ headers: { ...json, origin: own(), 'sec-fetch-site': 'none' } }), 403],
  ['as a form', () => ({ headers: { 'content-type': 'text/plain', origin: own() }, body: place }), 415],
  ['that is no JSON', () => ({ headers: { ...json, origin: own() }, body: '{' }), 400],
  ['without a line', () => ({ headers: { ...json, origin: own() }, body: '{"file":"content/a"}' }), 400],
  ['of line 0', () => ({ headers: { ...json, origin: own() }, body: place.replace('3', '0') }), 400],
  ['that is too long', () => ({ headers: { ...json, origin: own() }, body: `"${'x'.repeat(20_000)}"` }), 400],
  [
    'of a file elsewhere',
    () => ({ headers: { ...json, origin: own() }, body: place.replace(/content[^"]*/, 'elsewhere') }),
    403,
  ],
  ['to another path', () => ({ path: 'state', headers: { ...json, origin: own() }, body: place }), 404],
])('a POST %s is answered with the status it has to have', async (_, asked, status) => {
  const before = opened.length;
  const answered = await ask({ method: 'POST', path: 'open', ...asked() });
  expect(answered.status).toBe(status);
  if (status === 204) expect(opened.slice(before)).toEqual([JSON.parse(place)]);
});

test.each([
  ['without a Host', (path: string) => `GET ${path}state HTTP/1.0\r\n\r\n`, /^HTTP\/1\.1 403/],
  [
    'with two Hosts',
    (path: string) => `GET ${path}state HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`,
    /^HTTP\/1\.1 40[03]/,
  ],
  [
    'with a whole address',
    (path: string) =>
      `GET http://evil.example${path}state HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
    /^HTTP\/1\.1 404/,
  ],
  ['that is no request', () => 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
])('a request %s is refused', async (_, lines, refused) => {
  expect(await say(lines(below))).toMatch(refused);
});

test.each(['state', 'pdf/mali/1', 'viewer/pdfium/pdfium.wasm', 'nothing'])(
  'the answer to %s is not kept, framed, guessed at, or told to other sites',
  async (path) => {
    const { headers } = await ask({ path, headers: { origin: own() } });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    });
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  },
);

test('events carry the whole state at once, and again when it changes', async () => {
  const asking = request({ host: '127.0.0.1', port, path: `${below}events`, headers: { host: `127.0.0.1:${port}` } });
  asking.end();
  const { promise, resolve } = Promise.withResolvers<string>();
  asking.on('response', (response) => {
    expect(response.headers['content-type']).toMatch('text/event-stream');
    let text = '';
    response.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.split('\n\n').length === 2) for (const listener of listeners) listener();
      if (text.split('\n\n').length === 3) resolve(text);
    });
  });
  const event = `event: state\ndata: ${JSON.stringify(state)}`;
  expect((await promise).split('\n\n')).toEqual([event, event, '']);
  asking.destroy();
});

test('it ends while a page still listens, and a port that is taken is told', async () => {
  const options = { state: () => state, onState: () => () => {}, version: () => undefined, look: () => {} };
  const rest = { tokens: () => ({ groups: [] }), files: listViewerFiles, openEditor: async () => undefined };
  const second = await openServer({ port: 0, ...options, ...rest });
  const { host, pathname, port: taken } = new URL(second.address);
  const asking = request({ host: '127.0.0.1', port: taken, path: `${pathname}events`, headers: { host } });
  asking.end();
  const ended = Promise.withResolvers<void>();
  asking.on('response', (response) =>
    response
      .on('error', () => {})
      .on('close', ended.resolve)
      .resume(),
  );
  asking.on('error', () => {});
  await new Promise((resolve) => asking.on('response', resolve));
  await expect(openServer({ port: Number(taken), ...options, ...rest })).rejects.toThrow(`port ${taken} failed`);
  await second[Symbol.asyncDispose]();
  await ended.promise;
});
