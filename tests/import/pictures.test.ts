import { expect, test } from 'vitest';
import { openPictureConverter, placeholder } from '../../scripts/import/read/pictures.ts';
import { imported } from './imported.ts';

/** A GIF of one red pixel (GIF89a). */
const gif = Buffer.from('R0lGODdhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

test('a picture of a kind that the press does not print is converted', async () => {
  await using converter = openPictureConverter();
  const png = await converter.toPng(gif);
  expect(
    Buffer.from(png ?? [])
      .subarray(1, 4)
      .toString('latin1'),
  ).toBe('PNG');
  expect(await converter.toPng(new Uint8Array([1, 2, 3]))).toBeUndefined();
});

test('one that cannot be converted leaves a placeholder of its size and a remark with its place', async () => {
  const { pictures, remarks, sections } = await imported(
    'boats.md',
    '# Summary\n\nA boat: ![A boat of paper](boat.gif)\n',
    { 'boat.gif': gif },
  );
  expect([...pictures.keys()]).toEqual(['images/boats-1.svg']);
  expect(sections[0]?.markdown).toContain('![A boat of paper](images/boats-1.svg)');
  expect(remarks).toEqual([{ kind: 'picture', effect: 'left out', near: 'A boat:', words: 'A boat of paper' }]);
});

test('the placeholder of a picture is an SVG of the size that it says', () => {
  const svg = new TextDecoder().decode(placeholder('A picture', { width: 120, height: 80 }, undefined));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="120" height="80" /);
});
