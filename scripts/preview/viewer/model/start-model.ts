import type { Address } from './address.ts';
import type { Model, SideTab } from './model.ts';

/** The model before the server has said anything. */
export function startModel(address: Address, side: SideTab | undefined): Model {
  const { edition, page = 0, zoom = 'width', arrangement = 'single', panel } = address;
  return {
    connection: 'connecting',
    views: edition === undefined ? {} : { [edition]: { changed: [], page, y: 0 } },
    viewport: { width: 0, height: 0 },
    goal: { serial: 1, page, y: 0 },
    overlays: { baseline: false, boxes: false, margins: false },
    vision: 'colour',
    keys: 'on',
    help: 'closed',
    said: '',
    zoom,
    arrangement,
    ...(edition === undefined ? {} : { edition }),
    ...(side === undefined ? {} : { side }),
    ...(panel === undefined ? {} : { panel }),
  };
}
