/** The editions whose pages may change with some files: of a file in an edition's folder that one, of others all. */
export function affectedEditions(paths: readonly string[], editions: readonly string[]): readonly string[] {
  const owners = paths.map((path) => editions.find((name) => path.startsWith(`content/${name}/`)));
  return owners.includes(undefined) ? editions : editions.filter((name) => owners.includes(name));
}
