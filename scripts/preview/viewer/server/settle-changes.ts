import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';

/** Milliseconds for which changed pages are marked. */
const marked = 3_000;

/** Takes the marks of changed pages away after a while. */
export function settleChanges(dispatch: Dispatch): (model: Model) => void {
  const timers = new Map<readonly number[], ReturnType<typeof setTimeout>>();
  return ({ views }) => {
    for (const [edition, { changed }] of Object.entries(views)) {
      if (changed.length === 0 || timers.has(changed)) continue;
      timers.set(
        changed,
        setTimeout(() => {
          timers.delete(changed);
          dispatch({ kind: 'settled', edition, changed });
        }, marked),
      );
    }
  };
}
