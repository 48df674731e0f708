/**
 * The sources of a citation, each with what in it is meant. Semicolons part them; an @ that follows a comma or a word begins
 * another source all the same, since no page is called so.
 *
 * @param cited what stands between the brackets
 */
export function partCitation(cited: string): readonly string[] {
  return cited.split(';').flatMap((part) => part.trim().split(/[\s,&]+(?:(?:and|et|und)\s+)?(?=@)/));
}
