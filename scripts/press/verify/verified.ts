/** What a build tells of a PDF that was verified. */
export interface Verified {
  readonly pages: number;
  readonly bytes: number;
}
