import { limits } from './limits.ts';
import { failed, type QueryFailure } from './query-outcome.ts';

/** A query that the engine stopped at one of its limits; undefined where it failed for another reason. */
export function limitFault(cause: unknown): QueryFailure | undefined {
  const words = cause instanceof Error ? cause.message : String(cause);
  const cure = 'let it read fewer rows: filter before it joins, sorts or lists them, or keep a smaller table in data/';
  if (/"exception_type":"INTERRUPT"|^INTERRUPT Error/i.test(words)) {
    const seconds = limits.queryMilliseconds / 1000;
    return failed('query-limit', `the query takes longer than ${seconds} seconds, and was stopped`, cure);
  }
  // A text that is too long for the runtime is said by the runtime.
  if (/"exception_type":"Out of Memory"|^Out of Memory Error|Cannot create a string longer/i.test(words)) {
    return failed(
      'query-limit',
      `the query needs more than ${limits.memoryMegabytes} MB of memory, and was stopped`,
      cure,
    );
  }
  return undefined;
}
