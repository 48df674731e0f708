/** Something that the press promises, and whether it was so this time. */
export interface Kept {
  /** With what was measured: "finishing takes at most 0.2 of … : 0.12". */
  readonly promise: string;
  readonly holds: boolean;
}

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
  readonly measure: (say: (line: string) => void, words: readonly string[]) => Promise<readonly Kept[]>;
}
