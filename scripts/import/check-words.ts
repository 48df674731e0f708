/**
 * Holds what was written against the manuscript: its words are the manuscript's in their order.
 *
 * @throws Error that names the first words that differ: nothing may be written then
 */
export function checkWords(manuscript: readonly string[], written: readonly string[]): void {
  const at = manuscript.findIndex((word, index) => word !== written[index]);
  if (at < 0 && written.length === manuscript.length) return;
  const place = at < 0 ? manuscript.length : at;
  const around = (words: readonly string[]) => words.slice(Math.max(0, place - 6), place + 6).join(' ');
  throw new Error(
    `the manuscript was not taken over word by word, so nothing was written: where it says “${around(manuscript)}”, the edition would say “${around(written)}”. Please report this with the manuscript; until then, change these words in it`,
  );
}
