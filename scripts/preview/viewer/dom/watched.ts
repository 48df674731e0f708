/** Calls only when one of the values differs from those of the call before. */
export function watched<T extends readonly unknown[]>(run: (...values: T) => void): (...values: T) => void {
  let before: T | undefined;
  return (...values) => {
    if (before && values.every((value, index) => Object.is(value, before?.[index]))) return;
    before = values;
    run(...values);
  };
}
