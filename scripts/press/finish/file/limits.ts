/** How large what a file holds may be (ISO 19005-3, 6.1.13): bytes of strings and names, numbers, saved states. */
export const limits = {
  string: 32_767,
  name: 127,
  integer: 2_147_483_647,
  real: 3.403e38,
  saves: 28,
} as const;
