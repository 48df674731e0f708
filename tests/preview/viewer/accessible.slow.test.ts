import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { looseLine, stateWith, unknownFact } from './fixture.ts';
import { type Journey, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey?.[Symbol.asyncDispose]());

const broken = stateWith({ status: 'broken', diagnostics: [looseLine, unknownFact] }, [
  { severity: 'error', rule: 'yaml-syntax', file: 'content/series.yaml', line: 2, column: 1, message: 'no colon' },
]);

/** A state that the page can be in: the way there, and the way back, so that the page need not be loaded anew for each. */
interface PageState {
  readonly enter: (of: Journey) => Promise<unknown>;
  readonly leave: (of: Journey) => Promise<unknown>;
}

const hidden = (page: Page, selector: string) => page.waitForSelector(selector, { hidden: true });

/** A state that a key leads to, and the same key leads back from. */
const behindKey = (key: 'd' | 't', seen: string, words: string): PageState => ({
  async enter({ page, text }) {
    await page.keyboard.press(key);
    await text(seen, words);
  },
  async leave({ page }) {
    await page.keyboard.press(key);
    await hidden(page, '.panel');
  },
});

const mended = async ({ server, page, text }: Journey) => {
  server.tell(stateWith());
  await text('.foot', 'Mali: ready');
  await hidden(page, '.notice-error');
};

/** Every state that the page can be in. */
const states: Readonly<Record<string, PageState>> = {
  'the pages': { enter: async () => {}, leave: async () => {} },
  'the outline': {
    async enter({ page, text }) {
      await page.keyboard.press('o');
      await text('.outline', 'Harm');
    },
    // A window that grows wide again shows the thumbnails.
    leave: ({ page }) => page.waitForSelector('.thumbnails', { visible: true }),
  },
  'a broken save': {
    async enter({ server, text }) {
      server.tell(broken);
      await text('.notice-error', 'no colon');
    },
    leave: mended,
  },
  'a broken save with its problems': {
    async enter({ server, page, text }) {
      server.tell(broken);
      await page.keyboard.press('d');
      await text('.problems', 'no colon');
    },
    async leave(of) {
      await of.page.keyboard.press('d');
      await mended(of);
    },
  },
  'no problems': behindKey('d', '.problems', 'Nothing is wrong with Mali.'),
  'all lines over the pages': {
    async enter({ page, text }) {
      await text('.side', 'Pages');
      for (const key of ['l', 'b', 'x', 'm', 'v'] as const) await page.keyboard.press(key);
      await page.waitForSelector('.overlay svg');
    },
    async leave({ page }) {
      // The ways of seeing come round after the fifth.
      for (const key of ['v', 'v', 'v', 'v', 'm', 'x', 'b', 'l'] as const) await page.keyboard.press(key);
      await hidden(page, '.panel');
      await page.waitForSelector('.scroller[data-vision=colour]:not(.with-boxes)');
    },
  },
  'the tokens': behindKey('t', '.tokens', '#1d1d1b'),
  'the card of a box whose editor does not open': {
    async enter({ server, page, text }) {
      server.refusal = 'There is no editor: set EDITOR.';
      await page.waitForSelector('.box');
      await page.keyboard.press('e');
      await page.keyboard.press('Enter');
      await text('.card', 'Heading');
      await page.keyboard.press('Enter');
      await text('.card .fault', 'There is no editor');
    },
    async leave({ server, page }) {
      server.refusal = undefined;
      await page.keyboard.press('Escape');
      await hidden(page, '.card');
    },
  },
  'the shortcuts': {
    async enter({ page, text }) {
      await page.keyboard.press('?');
      await text('dialog', 'Next page');
    },
    async leave({ page }) {
      await page.keyboard.press('Escape');
      await hidden(page, 'dialog');
    },
  },
  'work in progress': {
    async enter({ server, text }) {
      server.tell(stateWith({ status: 'printing' }));
      await text('.foot', 'Mali: printing');
    },
    leave: mended,
  },
  'an editor that does not open from the panel': {
    async enter({ server, page, text }) {
      server.refusal = 'There is no editor: set EDITOR.';
      await page.keyboard.press('t');
      await text('.tokens', '#1d1d1b');
      await page.click('.token');
      await text('.notices', 'The editor did not open.');
    },
    async leave({ server, page, text }) {
      server.refusal = undefined;
      await text('.notices', 'Dismiss');
      await page.click('.notice[role=alert] .actions button:last-child');
      await page.keyboard.press('t');
      await hidden(page, '.panel');
    },
  },
};

const screens = [
  { width: 1440, height: 900, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'dark' },
  { width: 320, height: 640, scheme: 'light' },
] as const;

/** What a page is loaded into that nobody has touched. */
async function startAnew(): Promise<void> {
  await show({ width: 1440, height: 900, scheme: 'light' });
  await journey.start();
  await journey.page.waitForSelector('.page:nth-child(4) .text .line');
}

describe('the page in each of its states', () => {
  let isUntouched = false;

  test.each(Object.entries(states))('axe finds nothing wrong with %s, light, dark and narrow', async (name, state) => {
    // After a state that could not be left, the next begins with another page.
    if (!isUntouched) await startAnew();
    isUntouched = false;
    await state.enter(journey);
    for (const screen of screens) {
      await show(screen);
      expect(await violations(), `${name} ${screen.width} ${screen.scheme}`).toEqual([]);
    }
    await show(screens[0]);
    await state.leave(journey);
    isUntouched = true;
  });
});

test('axe finds nothing wrong with a server that is gone', async () => {
  await startAnew();
  await journey.server.stop();
  await journey.text('.notices', 'does not answer');
  const found = [];
  for (const screen of screens) {
    await show(screen);
    found.push(...(await violations()));
  }
  await journey.server.goOn();
  expect(found).toEqual([]);
});

test('axe finds a button whose name is taken away, so that the tests above can fail', async () => {
  await startAnew();
  await journey.page.$eval('.icon-button', (button) => {
    button.removeAttribute('aria-label');
    button.removeAttribute('title');
  });
  expect(await violations()).toEqual([expect.stringContaining('button-name')]);
});

test.each(['light', 'dark'])('colours of words stand apart from their grounds at 4.5 to 1 (%s)', async (scheme) => {
  await startAnew();
  await show({ width: 1440, height: 900, scheme });
  const found = await journey.page.evaluate(contrasts, [
    ['--ink', '--ground'],
    ['--quiet', '--ground'],
    ['--quiet', '--hover'],
    ['--quiet', '--chosen'],
    ['--accent', '--ground'],
    ['--accent', '--chosen'],
    ['--on-accent', '--accent'],
    ['--error', '--ground'],
    ['--error', '--chosen'],
    ['--error', '--error-ground'],
    ['--warning', '--warning-ground'],
    ['--quiet', '--stage'],
  ]);
  expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
});

test.each([
  ['a window of 320 px', { width: 320, height: 640 }],
  ['a zoom of 200 %', { width: 640, height: 400, deviceScaleFactor: 2 }],
])('on %s nothing but the pages needs scrolling sideways, and every control is within reach', async (_, viewport) => {
  await startAnew();
  const { page } = journey;
  await page.setViewport(viewport);
  for (const key of ['d', 'l', 't'] as const) {
    await page.keyboard.press(key);
    const wide = await page.evaluate(() =>
      ['html', '.bar', '.foot', '.panel-body', '.side'].filter((selector) => {
        const found = document.querySelector(selector);
        return found && found.scrollWidth > found.clientWidth;
      }),
    );
    expect(wide).toEqual([]);
  }
  const outside = await page.$$eval('.bar button, .bar input, .bar select', (controls) =>
    controls
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        const { left, top } = control.getBoundingClientRect();
        const { right, bottom } = control.getBoundingClientRect();
        const under = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return left < 0 || right > innerWidth || !(under && (control.contains(under) || under.contains(control)));
      })
      .map((control) => control.getAttribute('aria-label')),
  );
  expect(outside).toEqual([]);
});

test('with less motion asked for, nothing turns or fades', async () => {
  await startAnew();
  const { page, server, text } = journey;
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  server.tell(stateWith({ status: 'printing' }));
  await text('.foot', 'printing');
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY).length,
  );
  await page.emulateMediaFeatures([]);
  expect(moving).toBe(0);
});

async function show({ width, height, scheme }: { width: number; height: number; scheme: string }): Promise<void> {
  await journey.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await journey.page.setViewport({ width, height });
}

/** What axe says of the page as it is: a line a violation. */
async function violations(): Promise<readonly string[]> {
  // The page lets no script be evaluated: the browser's own debugger may.
  if (!(await journey.page.evaluate('typeof axe === "object"'))) await journey.page.evaluate(axe.source);
  const found = (await journey.page.evaluate('axe.run()')) as axe.AxeResults;
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
}

/** Runs in the page: contrasts of custom properties, as WCAG 2.2 computes them. */
function contrasts(pairs: readonly (readonly string[])[]): { pair: string; ratio: number }[] {
  const probe = document.body.appendChild(document.createElement('i'));
  const luminance = (name = '') => {
    probe.style.color = `var(${name})`;
    const channels = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? [])
      .slice(0, 3)
      .map((text) => Number(text) / 255);
    const [red = 0, green = 0, blue = 0] = channels.map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const found = pairs.map(([text, ground]) => {
    const [light = 0, dark = 0] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
    return { pair: `${text} on ${ground}`, ratio: (light + 0.05) / (dark + 0.05) };
  });
  probe.remove();
  return found;
}
