import type { OpenRequest, PreviewFault } from '../../protocol.ts';
import type { Dispatch } from '../model/action.ts';
import { placeText } from '../views/place-text.ts';

/** Has the server open an editor; where that fails, the model is told why. */
export async function openPlace(place: OpenRequest, dispatch: Dispatch): Promise<void> {
  const { file, line, column } = place;
  try {
    const response = await fetch('open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ file, line, column }),
    });
    if (response.ok) dispatch({ kind: 'say', said: `Opened ${placeText(place)} in the editor.` });
    else dispatch({ kind: 'open-failed', message: await faultOf(response), place: placeText(place) });
  } catch {
    dispatch({ kind: 'open-failed', message: 'The preview’s server does not answer.', place: placeText(place) });
  }
}

async function faultOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as PreviewFault).message;
  } catch {
    return `The server answers ${response.status}.`;
  }
}
