import type { Bench } from '../bench.ts';
import { keptBy } from './kept-by.ts';
import { layProjectsOut } from './lay-projects-out.ts';
import { type MeasuredSaves, measureSaves } from './measure-saves.ts';

/** From saving a section to new pages, against compiling the edition and printing the same page by a warm browser. */
export const bench: Bench = {
  about: 'from a save to new pages in the preview, against compiling the edition and printing the same page again',
  takes: '',
  async measure(say) {
    await using projects = await layProjectsOut();
    const found: MeasuredSaves[] = [];
    for (const root of projects.roots) {
      for await (const measured of measureSaves(root)) {
        say(told(measured));
        found.push(measured);
      }
    }
    return keptBy(found);
  },
};

function told({ name, pages, save, compile, print, beyond }: MeasuredSaves): string {
  const [whole, compiling, printing] = [save, compile, print].map(Math.round);
  return `${name}, ${pages} pages: save to pages ${whole} ms, compile ${compiling} ms, print ${printing} ms, beyond compiling ${beyond.toFixed(2)} of printing`;
}
