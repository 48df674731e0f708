import type { Untold } from '../checks/untold.ts';
import { runProgram } from '../run-program.ts';
import type { JudgedPdf } from './judged-pdf.ts';
import type { StructureElement, StructureNode } from './structure.ts';

/** An element that is being filled, with how far its line stands in. */
interface Open {
  readonly indent: number;
  readonly kids: StructureNode[];
}

/**
 * Reads the tags of a PDF, and what they say, by poppler: a second opinion that shares no code with the press.
 *
 * @param untold what poppler does not tell
 * @throws Error when pdfinfo gives no tags, or others
 */
export async function readByPoppler(
  file: string,
  untold: ReadonlyMap<number, Untold>,
  run: typeof runProgram = runProgram,
): Promise<JudgedPdf> {
  const end = await run('pdfinfo', ['-struct-text', '-enc', 'UTF-8', file]);
  if (end?.code !== 0 || end.output.trim() === '') {
    throw new Error(`Reading the tags of ${file}: pdfinfo gives none. It said: ${end?.errors.trim() ?? 'nothing'}`);
  }
  return parsePoppler(end.output, untold);
}

/** The tree that `pdfinfo -struct-text` prints: a line an element, an attribute, a text or an annotation. */
export function parsePoppler(output: string, untold: ReadonlyMap<number, Untold>): JudgedPdf {
  const texts = new Map<string, string>();
  const root: Open = { indent: -1, kids: [] };
  const open: [Open, ...Open[]] = [root];
  let place = 0;
  for (const line of output.split('\n')) {
    const words = line.trim();
    const indent = line.length - line.trimStart().length;
    if (words === '' || words.startsWith('/')) continue;
    while (open.length > 1 && (open[0]?.indent ?? 0) >= indent) open.shift();
    const { kids } = open[0];
    if (words.startsWith('"')) {
      const key = String(texts.size);
      texts.set(key, words.slice(1, -1));
      kids.push({ kind: 'mark', key, page: 0 });
    } else if (words.startsWith('Object ')) kids.push({ kind: 'annotation' });
    else {
      const type = /^\w+/.exec(words)?.[0] ?? '';
      const inner: StructureNode[] = [];
      kids.push(element(type, inner, untold.get(place)));
      place += 1;
      open.unshift({ indent, kids: inner });
    }
  }
  return { structure: root.kids, texts, pages: 0 };
}

function element(type: string, kids: readonly StructureNode[], untold: Untold | undefined): StructureElement {
  if (untold && untold.type !== type) throw new Error(`Reading the tags: poppler has ${type} for ${untold.type}`);
  const { alt, actualText, language } = untold ?? {};
  return { kind: 'element', type, object: undefined, alt, actualText, language, kids };
}
