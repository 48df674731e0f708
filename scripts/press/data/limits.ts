/** The bounds of the data stage, each with the reason that it has its size. */
export const limits = {
  /** Rows that one answer may have. No page prints more, and all of them are held in memory. */
  answerRows: 100_000,
  /** Milliseconds that one query may take. On a slow machine, those over a million rows take a few seconds. */
  queryMilliseconds: 30_000,
  /** Megabytes of memory and of disk that the engine may take; what has no room in memory goes to the disk. */
  memoryMegabytes: 256,
  diskMegabytes: 8_000,
  /** Cells and rows of one dataset that are reported singly; the rest are counted. */
  faultsShown: 20,
  /** Bytes in which the head of a CSV must end. */
  headBytes: 65_536,
  /** Digits that the engine's widest exact decimal holds. */
  decimalDigits: 38,
  /** Digits after the point that are kept of a quotient that does not end: more than any answer of the engine has. */
  quotientDigits: 40,
  /** Letters of a cell that a message repeats. */
  cellShown: 60,
} as const;
