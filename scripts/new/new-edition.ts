/** What a new edition is begun with. */
export interface NewEdition {
  /** Of its folder: "burkina-faso". */
  readonly name: string;
  readonly title: string;
  /** The partner force that it is about. */
  readonly force: string;
  /** When it comes out, as a year, a month or a day; empty while nobody knows. */
  readonly date: string;
  /** One that content/labels/ has the words of. */
  readonly language: string;
}
