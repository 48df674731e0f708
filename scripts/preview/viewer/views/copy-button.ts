import { textButton } from '../dom/button.ts';
import type { Dispatch } from '../model/action.ts';

/** Copies the place of the moment, to be pasted where files are opened. */
export function copyButton(placeNow: () => string, dispatch: Dispatch): HTMLButtonElement {
  return textButton('Copy', () => {
    const place = placeNow();
    navigator.clipboard.writeText(place).then(
      () => dispatch({ kind: 'say', said: `Copied ${place}.` }),
      () => dispatch({ kind: 'say', said: 'The browser did not let the place be copied: select it.' }),
    );
  });
}
