/** What is taken out of pictures, in words that authors know; those that can harm people come first. */
export const removals = {
  position: 'the place where it was taken (GPS)',
  smallCopy: 'a small copy of itself',
  caption: 'captions and names (IPTC)',
  text: 'texts about it',
  comment: 'comments',
  title: 'titles and descriptions',
  camera: 'notes of the camera (EXIF)',
  packet: 'notes of an editor (XMP)',
  editor: 'data of an editor',
  time: 'the time of its last change',
  frames: 'further pictures',
  page: 'pieces of web pages',
  script: 'scripts',
  animation: 'movement',
  link: 'links',
  reference: 'references to other files',
  behindEnd: 'bytes behind its end',
} as const;

/** What was taken out, each once, in one order whatever the file’s. */
export function inOrder(found: Iterable<string>): readonly string[] {
  const all = new Set(found);
  return Object.values(removals).filter((words) => all.has(words));
}
