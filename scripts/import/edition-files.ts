import type { PouredSection } from './pour-sections.ts';

/** The section files of an edition by path below its folder, numbered in their order with room between. */
export function sectionFiles(
  sections: readonly PouredSection[],
  language: string,
): ReadonlyMap<string, { readonly section: PouredSection; readonly path: string }> {
  const step = Math.max(1, Math.min(10, Math.floor(99 / Math.max(1, sections.length))));
  return new Map(
    sections.map((section, index) => {
      const number = String((index + 1) * step).padStart(2, '0');
      return [section.name, { section, path: `${language}/${number}-${section.name}.md` }];
    }),
  );
}
