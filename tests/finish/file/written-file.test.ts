import { expect, test } from 'vitest';
import { writeCrossReference } from '../../../scripts/press/finish/file/cross-reference.ts';
import { inflated } from '../../../scripts/press/finish/file/flate.ts';
import { packObjects } from '../../../scripts/press/finish/file/pack-objects.ts';

test('a cross-reference tells of each object where it is', () => {
  const stream = writeCrossReference([undefined, { offset: 258 }, { container: 9, index: 3 }], { Root: 1 });
  expect(stream.dictionary.get('Size')).toBe(3);
  expect(stream.dictionary.get('W')).toEqual([1, 4, 2]);
  expect(stream.dictionary.get('Root')).toBe(1);
  expect(Buffer.from(inflated(stream)).toString('hex').match(/.{14}/g)).toEqual([
    '00' + '00000000' + 'ffff',
    '01' + '00000102' + '0000',
    '02' + '00000009' + '0003',
  ]);
});

test('objects are packed by two hundred, in containers after the last of all', () => {
  const objects = Array.from({ length: 201 }, (_, index) => ({ number: index + 5, text: `<</N ${index}>>` }));
  const { containers, locations } = packObjects(objects, 300);
  expect(containers.map(({ number }) => number)).toEqual([301, 302]);
  expect(locations[5]).toEqual({ container: 301, index: 0 });
  expect(locations[204]).toEqual({ container: 301, index: 199 });
  expect(locations[205]).toEqual({ container: 302, index: 0 });
});

test('a container says where each of its objects begins', () => {
  const { containers } = packObjects(
    [
      { number: 4, text: '[1]' },
      { number: 9, text: 'true' },
    ],
    9,
  );
  const [container] = containers.map(({ object }) => object);
  if (!container) throw new Error('there is no container');
  expect(Buffer.from(inflated(container)).toString()).toBe('4 0 9 4 [1]\ntrue\n');
  expect([container.dictionary.get('N'), container.dictionary.get('First')]).toEqual([2, 8]);
});
