/** What is there but could not be read, and was reported: by kind and name, "chart civilians-killed", "fact displaced-2021". */
export interface Broken {
  /** Whether a thing is among it by its name, or because the whole file of its kind is. */
  has(thing: string): boolean;
}

/** The name under which a file that holds all things of a kind is noted. */
export function wholeFileOf(kind: string): string {
  return `${kind} *`;
}

/** Looks things up among what was noted while files were read. */
export function brokenOf(noted: ReadonlySet<string>): Broken {
  return { has: (thing) => noted.has(thing) || noted.has(wholeFileOf(thing.split(' ', 1)[0] ?? '')) };
}
