import type { PreviewEdition } from '../../protocol.ts';
import { element } from '../dom/element.ts';
import { watched } from '../dom/watched.ts';
import type { Model } from '../model/model.ts';
import { shownEdition } from '../model/selectors.ts';
import { statusWords } from './status-words.ts';

/** The line at the foot: what is being done, and how long it took. What is worth hearing is read out from here. */
export function createFoot(host: HTMLElement): (model: Model) => void {
  const status = element('p', { class: 'foot-status' });
  const took = element('p', { class: 'foot-took' });
  const live = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  host.append(status, took, live);
  const say = watched((said: string) => {
    live.textContent = said;
  });
  return (model) => {
    const edition = shownEdition(model);
    status.textContent = tellState(model, edition);
    took.textContent = edition?.took && edition.status !== 'broken' ? tellTook(edition.took) : '';
    say(model.said);
  };
}

function tellState({ connection }: Model, edition: PreviewEdition | undefined): string {
  if (connection === 'lost') return 'No connection';
  if (connection === 'connecting') return 'Connecting…';
  return edition ? `${edition.title}: ${statusWords[edition.status]}` : 'No editions';
}

function tellTook({ compile, print, finish }: NonNullable<PreviewEdition['took']>): string {
  const parts = [
    { words: 'compiled in', time: compile },
    { words: 'printed in', time: print },
    { words: 'finished in', time: finish },
  ];
  return parts
    .filter(({ time }) => time > 0)
    .map(({ words, time }) => `${words} ${seconds(time)}`)
    .join(' · ');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 995 ? 2 : 1)} s`;
}
