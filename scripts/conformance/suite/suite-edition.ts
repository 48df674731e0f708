/** An edition of the conformance suite as its file has it: markdown under a head in YAML. */
export interface SuiteEdition {
  /** The file's name without its ending. */
  readonly name: string;
  /** What its edition.yaml has besides what all editions of the suite have. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** All sections: each begins at a heading with one #. */
  readonly markdown: string;
  /** What had to be left out to make an edition of it, in a sentence each. */
  readonly notices: readonly string[];
}
