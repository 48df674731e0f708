/**
 * A PDF as Chromium writes them: objects one after the other, a cross-reference table, a trailer.
 *
 * @param objects what stands between "obj" and "endobj", by number; object 1 is the catalogue
 */
export function handMadePdf(objects: Readonly<Record<number, string>>, trailer = '/Root 1 0 R'): Buffer {
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  const entries = Array.from({ length: size }, () => '0000000000 65535 f \n');
  let file = '%PDF-1.4\n';
  for (const [number, object] of Object.entries(objects)) {
    entries[Number(number)] = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n0 ${size}\n${entries.join('')}trailer\n<</Size ${size} ${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

/** A stream with its length. */
export function handMadeStream(content: string, entries = ''): string {
  return `<<${entries} /Length ${content.length}>>\nstream\n${content}\nendstream`;
}
