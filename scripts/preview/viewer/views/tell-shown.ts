import type { PreviewPages } from '../../protocol.ts';
import { clockTime } from './clock-time.ts';

/** What is on the screen while the newest save is broken. */
export function tellShown(shown: PreviewPages | undefined): string {
  return shown ? `These are the last good pages, from ${clockTime(shown.at)}.` : 'There are no good pages yet.';
}
