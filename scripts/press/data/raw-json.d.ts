/** JSON texts of numbers that are kept digit by digit (ECMAScript 2026; TypeScript 7.0 has no types for it yet). */
interface JSON {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
}
