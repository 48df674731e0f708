// The page of `npm run preview`: state comes in from the server, the model changes by actions, the views show the model.
import { find } from './dom.ts';
import { startDrawingWorker } from './drawing/drawing-worker.ts';
import { createFingerprints, createScheduler, createTexts } from './drawing/tasks.ts';
import { followDocuments, followPlaces, followState, followTokens, openPlace, settleChanges } from './effects.ts';
import { followAddress, readAddress } from './model/address.ts';
import { createStore, startModel } from './model/store.ts';
import { createCard } from './pages/card.ts';
import { createPages } from './pages/pages.ts';
import { createBar } from './views/bar.ts';
import { visionFilters } from './views/look.ts';
import { createFoot, createNotices } from './views/notices.ts';
import { createPanel } from './views/panel.ts';
import { createKeysDialog, followKeys } from './views/shortcuts.ts';
import { createSide } from './views/side.ts';
import { followWheel } from './views/zoom.ts';

/** Where the side would lie over the pages, it is closed at first. */
const narrow = matchMedia('(max-width: 45rem)');

const store = createStore(startModel(readAddress(location.hash), narrow.matches ? undefined : 'pages'));
const { dispatch, model } = store;
const worker = startDrawingWorker();

const wake = () => scheduler.poke();
const pages = createPages(find('.stage'), { dispatch, worker, wake });
const side = createSide(find('.side'), { dispatch, worker, latest: model });
const scheduler = createScheduler([
  pages.next,
  createTexts({ model, dispatch, worker }),
  createFingerprints({ model, dispatch, worker }),
  side.next,
]);
const views = [
  createBar(find('.bar'), dispatch, model),
  side.show,
  createPanel(find('.panel'), dispatch),
  pages.show,
  createNotices(find('.notices'), dispatch),
  createCard(find('.stage'), dispatch),
  createFoot(find('.foot')),
  createKeysDialog(document.body, dispatch),
];
const effects = [
  followDocuments(dispatch, worker, model),
  followPlaces(dispatch),
  followTokens(dispatch),
  settleChanges(dispatch),
  followAddress(dispatch),
];

document.body.append(visionFilters());
store.watch((next, action) => {
  for (const show of views) show(next);
  for (const follow of effects) follow(next);
  if (action.kind === 'open') void openPlace(action.place, dispatch);
  wake();
});
narrow.addEventListener('change', ({ matches }) => dispatch({ kind: 'side', side: matches ? undefined : 'pages' }));
followKeys(dispatch, model);
followWheel(find('.stage'), dispatch, model);
for (const show of views) show(model());
followState(dispatch);
