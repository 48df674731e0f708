/** What a PostScript name adds to the family's: the face. Static files cut from a variable font add its default, too. */
const faceWords =
  /^(Thin|Hairline|Extra|Ultra|Semi|Demi|Light|Normal|Regular|Roman|Book|Medium|Bold|Black|Heavy|Italic|Oblique|It|-)*$/i;

/**
 * The family that a font's name in a PDF belongs to; undefined when it is none of the given.
 *
 * @param name with or without its subset prefix (ISO 32000-1, 9.6.4): "AAAAAA+SourceSans3ExtraLight-SemiBold"
 * @param families as CSS names them: "Source Sans 3"
 */
export function familyOfFont(name: string, families: readonly string[]): string | undefined {
  const plain = baseName(name);
  return families.find((family) => {
    const start = family.replace(/\s+/g, '');
    return plain.toLowerCase().startsWith(start.toLowerCase()) && faceWords.test(plain.slice(start.length));
  });
}

/** A font's name without its subset prefix. */
export function baseName(name: string): string {
  return name.replace(/^[A-Z]{6}\+/, '');
}
