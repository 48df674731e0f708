/** Where a text goes that a guide has its reader write. `after` and `instead of` name the line by how it begins. */
export type Where =
  | { readonly kind: 'whole' }
  | { readonly kind: 'end' }
  | { readonly kind: 'after'; readonly line: string }
  | { readonly kind: 'instead of'; readonly line: string };

/** One thing that a guide has its reader do, or shows. */
export type GuideStep =
  /** A command, with what it answers where the guide says so; … stands for anything. */
  | {
      readonly kind: 'run';
      readonly command: string;
      readonly words: readonly string[];
      readonly answer: string | undefined;
    }
  | { readonly kind: 'write'; readonly path: string; readonly where: Where; readonly text: string }
  /** A picture of pages as they are by then. */
  | { readonly kind: 'picture'; readonly file: string; readonly edition: string; readonly pages: readonly number[] };
