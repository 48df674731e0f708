import { arrayOf, boolean, either, name, named, number, type Shape, string } from './shape.ts';

const value = either(name, number, string, boolean);

/** Attributes of a tag (ISO 32000-1, 14.7.5): names, numbers and words, which lead nowhere. */
export const attributeObject: Shape = named(
  'the attributes of a tag',
  either(value, arrayOf({ of: 'the attributes of a tag', key: 'A' }, value)),
);
