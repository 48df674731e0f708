import type { Dispatch } from '../model/action.ts';
import { readAddress, writeAddress } from '../model/address.ts';
import type { Model } from '../model/model.ts';
import { shownView } from '../model/selectors.ts';

/** Keeps edition, page and zoom in the fragment of the address, and follows it when somebody changes it. */
export function followAddress(dispatch: Dispatch): (model: Model) => void {
  addEventListener('hashchange', () => dispatch({ kind: 'address', address: readAddress(location.hash) }));
  return (model) => {
    const { edition, zoom, arrangement, panel } = model;
    // Before the first state, the address is what was asked for.
    if (edition === undefined || !model.state) return;
    const { page } = shownView(model);
    const fragment = writeAddress({ edition, page, zoom, arrangement, ...(panel ? { panel } : {}) });
    if (fragment !== location.hash) history.replaceState(undefined, '', fragment);
  };
}
