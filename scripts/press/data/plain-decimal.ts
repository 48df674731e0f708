/**
 * A scaled integer in plain decimal notation, every digit kept and no zero at the end of a fraction:
 * 16560000n at scale 2 is "165600".
 */
export function plainDecimal(unscaled: bigint, scale: number): string {
  const negative = unscaled < 0n;
  const digits = String(negative ? -unscaled : unscaled).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The shortest decimal that stands for a double, never with an exponent. The double must be finite. */
export function shortestDecimal(double: number): string {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(double)) ?? [];
  const scale = fraction.length - Number(exponent);
  const unscaled = BigInt(`${whole}${fraction}${'0'.repeat(Math.max(0, -scale))}`);
  return plainDecimal(sign === '-' ? -unscaled : unscaled, Math.max(0, scale));
}
