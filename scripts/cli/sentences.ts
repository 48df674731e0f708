/** An error of ours or of the machine with what caused it, without a stack: what was being done, and what to do. */
export function sentences(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n  because: ${sentences(error.cause)}`;
}
