import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sentences } from '../../cli/sentences.ts';
import type { OpenRequest } from '../protocol.ts';
import { type Answer, fault } from './answer.ts';
import { sendStates } from './event-stream.ts';
import { openRequestIn } from './open-request.ts';
import { readJson } from './read-body.ts';
import { refusalOf } from './refusal.ts';
import { answerGet, type Served } from './routes.ts';
import { safeHeaders } from './safe-headers.ts';
import { makeToken } from './token.ts';

/** What the server serves, and what it sets off. */
export interface ServerOptions extends Served {
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
