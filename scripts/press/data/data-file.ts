/** The file of a dataset and the names that it is spoken of by. */
export interface DataFile {
  /** Where it is on this machine. */
  readonly path: string;
  /** What authors call it: "data/figures.csv". */
  readonly file: string;
  readonly format: 'csv' | 'parquet';
}
