/** How large what a file holds may be (ISO 19005-3, 6.1.13): bytes of strings and names, numbers, saved states,
 * and how many objects there are. */
export const limits = {
  string: 32_767,
  name: 127,
  integer: 2_147_483_647,
  real: 3.403e38,
  saves: 28,
  objects: 8_388_607,
} as const;
