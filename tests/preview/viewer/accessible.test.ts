import axe from 'axe-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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

/** Every state that the page can be in, and the way there. */
const states: Readonly<Record<string, (of: Journey) => Promise<unknown>>> = {
  'the pages': async () => {},
  'the outline': async ({ page, text }) => {
    await page.keyboard.press('o');
    await text('.outline', 'Harm');
  },
  'a broken save': async ({ server, text }) => {
    server.tell(broken);
    await text('.notice-error', 'no colon');
  },
  'a broken save with its problems': async ({ server, page, text }) => {
    server.tell(broken);
    await page.keyboard.press('d');
    await text('.problems', 'no colon');
  },
  'no problems': async ({ page, text }) => {
    await page.keyboard.press('d');
    await text('.problems', 'Nothing is wrong with Mali.');
  },
  'all lines over the pages': async ({ page, text }) => {
    await text('.side', 'Pages');
    for (const key of ['l', 'b', 'x', 'm', 'v'] as const) await page.keyboard.press(key);
    await page.waitForSelector('.overlay svg');
  },
  'the tokens': async ({ page, text }) => {
    await page.keyboard.press('t');
    await text('.tokens', '#1d1d1b');
  },
  'the card of a box whose editor does not open': async ({ server, page, text }) => {
    server.refusal = 'There is no editor: set EDITOR.';
    await page.waitForSelector('.box');
    await page.keyboard.press('e');
    await page.keyboard.press('Enter');
    await text('.card', 'Heading');
    await page.keyboard.press('Enter');
    await text('.card .fault', 'There is no editor');
  },
  'the shortcuts': async ({ page, text }) => {
    await page.keyboard.press('?');
    await text('dialog', 'Next page');
  },
  'work in progress': async ({ server, text }) => {
    server.tell(stateWith({ status: 'printing' }));
    await text('.foot', 'Mali: printing');
  },
  'an editor that does not open from the panel': async ({ server, page, text }) => {
    server.refusal = 'There is no editor: set EDITOR.';
    await page.keyboard.press('t');
    await text('.tokens', '#1d1d1b');
    await page.click('.token');
    await text('.notices', 'The editor did not open.');
  },
};

const screens = [
  { width: 1440, height: 900, scheme: 'light' },
  { width: 1440, height: 900, scheme: 'dark' },
  { width: 320, height: 640, scheme: 'light' },
] as const;

beforeEach(async () => {
  await journey.page.setViewport({ width: 1440, height: 900 });
  await journey.start();
  await journey.page.waitForSelector('.page:nth-child(4) .text .line');
});

test.each(Object.keys(states))('axe finds nothing wrong with %s, light, dark and narrow', async (name) => {
  await states[name]?.(journey);
  for (const screen of screens) {
    await show(screen);
    expect(await violations(), `${name} ${screen.width} ${screen.scheme}`).toEqual([]);
  }
});

test('axe finds nothing wrong with a server that is gone', async () => {
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
  await journey.page.$eval('.icon-button', (button) => {
    button.removeAttribute('aria-label');
    button.removeAttribute('title');
  });
  expect(await violations()).toEqual([expect.stringContaining('button-name')]);
});

test.each(['light', 'dark'])('colours of words stand apart from their grounds at 4.5 to 1 (%s)', async (scheme) => {
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
  await journey.page.evaluate(axe.source);
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
