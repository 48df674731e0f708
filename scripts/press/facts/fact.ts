import type { Cell } from '../data/table.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { FactSpec } from '../read/schemas/facts.ts';

/** A named value, resolved: what prose prints. */
export interface Fact {
  readonly name: string;
  readonly spec: FactSpec;
  /** Its value; of a range, the lower end. */
  readonly cell: Cell;
  /** Of a range, the upper end. */
  readonly upTo: Cell | undefined;
  /** As it is printed in the edition's language, with its qualifier: "more than $2 billion". */
  readonly text: string;
  /** The facts that its query names. */
  readonly dependsOn: readonly string[];
  readonly place: Place;
}

/** The facts of an edition by name; one that failed is not there, and was reported. */
export type Facts = ReadonlyMap<string, Fact>;
