import type { PreviewTokens } from '../../protocol.ts';
import type { Dispatch } from '../model/action.ts';
import type { Model } from '../model/model.ts';

/** Fetches the tokens while they are looked at: at first, and with each new version of an edition. */
export function followTokens(dispatch: Dispatch): (model: Model) => void {
  let fetched = '';
  return ({ panel, state }) => {
    if (panel !== 'tokens' || !state) return;
    const versions = state.editions.map(({ name, shown }) => `${name} ${shown?.version}`).join();
    if (versions === fetched) return;
    fetched = versions;
    void take();
  };

  async function take(): Promise<void> {
    try {
      const response = await fetch('tokens');
      if (response.ok) dispatch({ kind: 'tokens', tokens: (await response.json()) as PreviewTokens });
    } catch (error) {
      console.warn(error);
    }
  }
}
