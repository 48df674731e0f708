/** A measurement of a part of the press. */
export interface Bench {
  /** What is measured, in one line. */
  readonly about: string;
  /** What is to be written after its name: "FOLDER". Empty for one that needs nothing. */
  readonly takes: string;
  /**
   * Measures.
   *
   * @param say takes a line of the measurement
   * @param words what is written after its name
   * @throws Error where they are not what it takes
   */
  readonly measure: (say: (line: string) => void, words: readonly string[]) => Promise<readonly BenchResult[]>;
}

/** Something that the press promises, and whether it was so this time. */
export interface BenchResult {
  /** With what was measured: "finishing takes at most 0.2 of … : 0.12". */
  readonly promise: string;
  readonly holds: boolean;
}

/** The middle one of some numbers; of an even count the lower of the two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
