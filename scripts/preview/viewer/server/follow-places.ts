import type { PreviewPlaces } from '../../protocol.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';
import { shownEdition, shownView } from '../model/selectors.ts';

/** Fetches the places of the shown edition once its version is finished. */
export function followPlaces(dispatch: Dispatch): (model: Model) => void {
  /** What was asked for under which state: after a refusal, the next state is a reason to ask again. */
  const asked = new Map<string, Model['state']>();
  return (model) => {
    const edition = shownEdition(model);
    const shown = edition?.shown;
    const view = shownView(model);
    if (!edition || !shown?.finished || view.places?.version === shown.version) return;
    // Boxes lie over the pages of their own version.
    if (view.document?.version !== shown.version) return;
    const address = `places/${encodeURIComponent(edition.name)}/${shown.version}`;
    if (asked.get(address) === model.state) return;
    asked.set(address, model.state);
    void take(edition.name, shown.version, address);
  };

  async function take(edition: string, version: number, address: string): Promise<void> {
    try {
      const response = await fetch(address);
      if (!response.ok) return;
      dispatch({ kind: 'placed', edition, version, places: (await response.json()) as PreviewPlaces });
    } catch (error) {
      console.warn(error);
    }
  }
}
