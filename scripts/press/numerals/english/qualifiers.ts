import type { Qualifier } from '../rule.ts';
import { listed } from './listed.ts';

/** Words before a number that say how it is meant, by what they say. */
export const qualifiers: Readonly<Record<Qualifier, readonly string[]>> = {
  about: listed('about, around, some, roughly, approximately, an estimated, circa, ca., ~'),
  'at least': listed('at least, no fewer than, no less than, a minimum of'),
  'more than': listed('more than, over, above, upwards of, greater than, exceeding'),
  nearly: listed('nearly, almost, close to, just under, just short of'),
  'less than': listed('less than, fewer than, under, below, not quite'),
  'at most': listed('at most, up to, no more than, a maximum of'),
};
