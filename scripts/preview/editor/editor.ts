/** An editor by its command: the program, and the words before those that name a file. */
export interface Editor {
  readonly program: string;
  readonly words: readonly string[];
  /** Where it was named, for people: "--editor", "PRESS_EDITOR". */
  readonly namedBy: string;
}
