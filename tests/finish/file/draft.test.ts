import { expect, test } from 'vitest';
import { openDraft } from '../../../scripts/press/finish/file/draft.ts';
import { dictionary, type PdfObject } from '../../../scripts/press/finish/file/objects.ts';

const first = { kind: 'reference', number: 1 } as const;
const second = { kind: 'reference', number: 2 } as const;

/** A draft of two objects, with the numbers of those that were read. */
function open() {
  const asked: number[] = [];
  const read = (number: number): PdfObject => {
    asked.push(number);
    return dictionary({ N: number });
  };
  return { asked, draft: openDraft({ root: first, information: undefined, count: 3, read }) };
}

test('an object is read when it is asked for, and once', () => {
  const { draft, asked } = open();
  expect(draft.resolve(second)).toBe(draft.resolve(second));
  expect(asked).toEqual([2]);
});

test('an object that nobody else asks for is not kept', () => {
  const { draft, asked } = open();
  draft.resolveOnce(second);
  draft.resolveOnce(second);
  expect(asked).toEqual([2, 2]);
});

test('what is no reference is what it is, and nothing is null', () => {
  const { draft } = open();
  expect(draft.resolve(7)).toBe(7);
  expect(draft.resolve(undefined)).toBe(null);
});

test('another object stands in the place of one, and new ones get numbers of their own', () => {
  const { draft, asked } = open();
  draft.replace(second, null);
  expect(draft.resolve(second)).toBe(null);
  expect(asked).toEqual([]);
  const [one, other] = [draft.add(1), draft.add(2)];
  expect(new Set([0, 1, 2, draft.information.number, one.number, other.number]).size).toBe(6);
  expect([draft.resolve(one), draft.resolve(other)]).toEqual([1, 2]);
});
