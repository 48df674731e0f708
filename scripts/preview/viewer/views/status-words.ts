import type { PreviewEdition, PreviewStatus } from '../../protocol.ts';
import { icon } from '../dom/icon.ts';

/** What each status is called. */
export const statusWords: Readonly<Record<PreviewStatus, string>> = {
  waiting: 'waiting',
  compiling: 'compiling…',
  printing: 'printing…',
  finishing: 'finishing…',
  ready: 'ready',
  broken: 'broken',
};

/** A shape for each status, so that it can be told without its colour. */
export function statusIcon({ status, diagnostics }: Pick<PreviewEdition, 'status' | 'diagnostics'>): SVGElement {
  if (status === 'compiling' || status === 'printing' || status === 'finishing') return icon('working');
  return icon(status === 'ready' && diagnostics.length > 0 ? 'warning' : status);
}
