import { readFile } from 'node:fs/promises';
import type { ShownVersion } from '../engine/edition-record.ts';
import type { PreviewState, PreviewTokens } from '../protocol.ts';
import { type Answer, fault, json } from './answer.ts';
import { helpPage } from './help-page.ts';
import { mediaTypeOf } from './media-types.ts';
import { stripTypes } from './strip-types.ts';
import type { ViewerFiles } from './viewer-files.ts';

/** What there is to be asked for. */
export interface Served {
  readonly state: () => PreviewState;
  readonly version: (edition: string, version: number) => ShownVersion | undefined;
  readonly look: (edition: string) => void;
  readonly tokens: () => PreviewTokens;
  readonly files: () => ViewerFiles;
}

const nothing = fault(404, 'There is nothing here.');

/** Answers a GET of a path below the token: "", "state", "pdf/mali/3". */
export async function answerGet(path: string, served: Served): Promise<Answer> {
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
