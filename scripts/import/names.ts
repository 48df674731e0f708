import { slug } from 'github-slugger';

/** A name in small letters, digits and single hyphens, made from words: "U.S. assistance" gives "us-assistance". */
export function nameFrom(words: string, otherwise = 'section'): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '');
  const name = slug(plain)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name.length <= 48 ? name || otherwise : name.slice(0, 48).replace(/-[^-]*$/, '');
}

/** A name that is not among others: itself, or with the next number behind it. */
export function freeName(name: string, names: ReadonlySet<string>): string {
  for (let nth = 1; ; nth += 1) {
    const tried = nth === 1 ? name : `${name}-${nth}`;
    if (!names.has(tried)) return tried;
  }
}
