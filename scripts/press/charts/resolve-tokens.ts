import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Locate } from '../read/yaml-file.ts';
import { type Json, mapTexts } from './json.ts';

/** Replaces every "token:ink" in a specification, inside expressions too, by its colour (rule token-unknown). */
export function resolveTokens(spec: Json, colours: ReadonlyMap<string, string>, at: Locate, report: Report): Json {
  return mapTexts(spec, (text, path) =>
    text.replace(/\btoken:([a-z0-9-]*)/g, (whole, name: string) => {
      const colour = colours.get(name);
      if (colour === undefined) {
        report({
          rule: 'token-unknown',
          place: at('spec', ...path),
          message: `there is no colour "${whole}"`,
          cure: didYouMean(name, colours.keys(), 'colours'),
        });
      }
      return colour ?? '#000000';
    }),
  );
}
