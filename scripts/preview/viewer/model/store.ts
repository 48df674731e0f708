import type { Action, Dispatch } from './action.ts';
import type { Model } from './model.ts';
import { update } from './update.ts';

/** Keeps the model and shows each new one to those who watch it, in their order. */
export interface Store {
  readonly model: () => Model;
  readonly dispatch: Dispatch;
  watch(see: (model: Model, action: Action) => void): void;
}

export function createStore(first: Model): Store {
  const watchers: ((model: Model, action: Action) => void)[] = [];
  const waiting: Action[] = [];
  let model = first;
  let busy = false;
  return {
    model: () => model,
    watch: (see) => void watchers.push(see),
    dispatch(action) {
      waiting.push(action);
      // An action that a watcher causes waits for its turn: all watchers see each model, and no newer one before it.
      if (busy) return;
      busy = true;
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          model = update(model, next);
          for (const see of watchers) see(model, next);
        }
      } finally {
        busy = false;
      }
    },
  };
}
