import type { PreviewState } from '../../protocol.ts';
import type { Dispatch } from '../model/action.ts';

/** Milliseconds between attempts to reach a server that is gone. */
const patience = 1_000;

/** Tells each state that the server sends, and when it is gone; then asks until it answers again. */
export function followState(dispatch: Dispatch): void {
  const events = new EventSource('events');
  events.addEventListener('state', ({ data }: MessageEvent<string>) =>
    dispatch({ kind: 'state', state: JSON.parse(data) as PreviewState }),
  );
  events.addEventListener('error', () => {
    dispatch({ kind: 'lost' });
    // Browsers try again by themselves after some seconds, and never after an answer that is an error.
    events.close();
    setTimeout(() => followState(dispatch), patience);
  });
}
