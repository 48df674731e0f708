// The page of `npm run preview`: state comes in from the server, the model changes by actions, the views show the model.
import { find } from './dom/find.ts';
import { startDrawingWorker } from './drawing/drawing-worker.ts';
import { createFingerprints } from './drawing/fingerprint-tasks.ts';
import { createScheduler } from './drawing/scheduler.ts';
import { createTexts } from './drawing/text-tasks.ts';
import { followKeys } from './keys/follow-keys.ts';
import { followWheel } from './keys/follow-wheel.ts';
import { readAddress } from './model/address.ts';
import { startModel } from './model/start-model.ts';
import { createStore } from './model/store.ts';
import { followAddress } from './server/follow-address.ts';
import { followDocuments } from './server/follow-documents.ts';
import { followPlaces } from './server/follow-places.ts';
import { followState } from './server/follow-state.ts';
import { followTokens } from './server/follow-tokens.ts';
import { openPlace } from './server/open-place.ts';
import { settleChanges } from './server/settle-changes.ts';
import { createBar } from './views/bar.ts';
import { createCard } from './views/card.ts';
import { createFoot } from './views/foot.ts';
import { createKeysDialog } from './views/keys-dialog.ts';
import { createNotices } from './views/notices.ts';
import { createPages } from './views/pages.ts';
import { createPanel } from './views/panel.ts';
import { createSide } from './views/side.ts';
import { visionFilters } from './views/vision-filters.ts';

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
