import { expect, test } from 'vitest';
import { showProgress } from '../../scripts/cli/progress.ts';

/** What two stages of one edition, of 12 and 30 milliseconds, write to a screen. */
function written(isTTY: boolean): string {
  const times = [0, 12, 12, 42];
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const screen = { isTTY, write, control: write };
  const progress = showProgress(screen, () => times.shift() ?? 42);
  const stage = progress.of('mali');
  stage('read');
  stage('data');
  progress.done('mali');
  progress.say('The end.');
  progress.end();
  return text;
}

test('a pipe gets plain lines: an edition with its stages and their milliseconds', () => {
  expect(written(false)).toBe('mali: read 12 · data 30 ms\nThe end.\n');
});

test('a terminal shows the stage at work in one line, and keeps the lines that a pipe gets', () => {
  const text = written(true);
  expect(text).toContain('\r\u001b[Kmali: read …');
  expect(text).toContain('\r\u001b[Kmali: data …');
  expect(text).toContain('\r\u001b[Kmali: read 12 · data 30 ms\n');
  expect(text.endsWith('\r\u001b[K')).toBe(true);
});

test('neither a sentence nor the name of an edition commands the screen', () => {
  let text = '';
  const progress = showProgress({ write: (more) => (text += more) }, () => 0);
  progress.of('a\n::error::b')('read');
  progress.done('a\n::error::b');
  progress.say('a \u001b[2J sentence');
  expect(text).toBe('a\\n::error::b: read 0 ms\na \\u001b[2J sentence\n');
});
