import { expect, test } from 'vitest';
import { plainDecimal, shortestDecimal } from '../../scripts/press/data/plain-decimal.ts';

test.each([
  [0n, 2, '0'],
  [16_560_000n, 2, '165600'],
  [-5n, 1, '-0.5'],
  [5n, 3, '0.005'],
  [-120n, 0, '-120'],
])('%s at scale %s is %s', (unscaled, scale, decimal) => {
  expect(plainDecimal(unscaled, scale)).toBe(decimal);
});

test('a double comes back from its decimal, and the decimal has no exponent', () => {
  const doubles = [0, 1.5, -0.1, 1e21, 1.7976931348623157e308, 5e-324, 1.234e-7, 123456789.125, -2e22];
  for (const double of doubles) {
    expect(shortestDecimal(double)).toMatch(/^-?\d+(\.\d*[1-9])?$/);
    expect(Number(shortestDecimal(double))).toBe(double);
  }
});
