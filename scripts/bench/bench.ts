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
  /**
   * Measures.
   *
   * @param say takes a line of the measurement
   */
  readonly measure: (say: (line: string) => void) => Promise<readonly Kept[]>;
}
