import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { GuideStep, Where } from './guide-step.ts';

/**
 * The steps of a guide of docs/, as it stands in markdown. A block of `sh` holds commands, and a block of `text` after it what
 * the last of them answers. Before a text that is to be written stands a comment, which no reader sees, with its file and
 * where it goes there (“write content/series.yaml, at the end”); before a picture, what it shows (“pages of mali: 1, 2”).
 *
 * @throws Error for a comment that says something else
 */
export function readGuide(markdown: string): readonly GuideStep[] {
  const tree: Root = unified().use(remarkParse).parse(markdown);
  const steps: GuideStep[] = [];
  let comment: string | undefined;
  for (const node of tree.children) {
    if (node.type === 'html') {
      comment = /^<!--\s*([\s\S]*?)\s*-->$/.exec(node.value)?.[1];
      continue;
    }
    if (node.type === 'code' && comment !== undefined) steps.push(writeStep(comment, node.value));
    else if (node.type === 'code' && node.lang === 'sh') steps.push(...node.value.split('\n').flatMap(runStep));
    else if (node.type === 'code' && node.lang === 'text') answerLast(steps, node.value);
    else if (node.type === 'paragraph' && comment !== undefined) {
      const [image] = node.children;
      if (image?.type === 'image') steps.push(pictureStep(comment, image.url));
    }
    comment = undefined;
  }
  return steps;
}

function writeStep(comment: string, text: string): GuideStep {
  const [, path, kind, line] =
    /^write (\S+), (whole|at the end|after|instead of)(?: the line that begins: (.+))?$/.exec(comment) ?? [];
  if (path === undefined) throw new Error(`A guide says what nobody can follow: "${comment}"`);
  return { kind: 'write', path, where: whereOf(kind, line), text: `${text}\n` };
}

function whereOf(kind: string | undefined, line = ''): Where {
  if (kind === 'after' || kind === 'instead of') return { kind, line };
  return { kind: kind === 'whole' ? 'whole' : 'end' };
}

/** The words of a command, some in quotation marks. Lines that are no command of the press are the reader's own business. */
function runStep(line: string): readonly GuideStep[] {
  const [, command, rest = ''] = /^npm run (\S+)(?: -- (.*?))?(?:\s+#.*)?$/.exec(line) ?? [];
  if (command === undefined) return [];
  const words = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return [{ kind: 'run', command, words, answer: undefined }];
}

function answerLast(steps: GuideStep[], answer: string): void {
  const last = steps.at(-1);
  if (last?.kind === 'run') steps[steps.length - 1] = { ...last, answer };
}

function pictureStep(comment: string, file: string): GuideStep {
  const [, edition, pages] = /^pages of (\S+): ([\d, ]+)$/.exec(comment) ?? [];
  if (edition === undefined || pages === undefined) throw new Error(`A guide shows what nobody can draw: "${comment}"`);
  return { kind: 'picture', file: `docs/${file}`, edition, pages: pages.split(',').map(Number) };
}
