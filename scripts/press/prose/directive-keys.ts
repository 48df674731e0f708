import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { type Directive, directiveColons } from './directive-forms.ts';

/** The one key that the braces behind a directive can hold. Of a passage they say the language, which is checked apart. */
const keys: Readonly<Record<string, string>> = { fact: 'as', claim: 'fact', 'key-figures': 'adopted' };
/** Where it is said how a placed thing is drawn. */
const folders: Readonly<Record<string, string>> = {
  ...{ chart: 'charts', map: 'maps', table: 'tables', timeline: 'timelines' },
};

/**
 * Reports what the braces behind a directive say and nobody reads.
 *
 * @param name what stands between its brackets
 */
export function checkDirectiveKeys(node: Directive, name: string, place: Place, report: Report): void {
  if (node.name === 'lang') return;
  const known = node.type === 'leafDirective' ? undefined : keys[node.name];
  const written = `${directiveColons[node.type]}${node.name}${name === '' ? '' : `[${name}]`}`;
  for (const [key, value] of Object.entries(node.attributes ?? {})) {
    if (key === 'adopted' && key === known && value !== 'true' && value !== 'false') {
      const message = `"${asTyped(key, value ?? '')}" in the braces of "${written}" is neither true nor false`;
      report({ rule: 'value-type', place, message, cure: `write ${written}{adopted=false}, or take the braces out` });
    }
    if (key === known) continue;
    report({
      rule: 'key-unknown',
      place,
      message: `"${asTyped(key, value ?? '')}" in the braces of "${written}" means nothing`,
      cure:
        known !== undefined && !(known in (node.attributes ?? {}))
          ? `write ${written}{${known}=${known === 'adopted' ? 'false' : value || key}}, or take the braces out`
          : node.type === 'leafDirective'
            ? `take it out; how it looks is said in ${folders[node.name]}/${name}.yaml`
            : 'take it out',
    });
  }
}

function asTyped(key: string, value: string): string {
  if (key === 'class') return `.${value}`;
  if (key === 'id') return `#${value}`;
  return value === '' ? key : `${key}=${value}`;
}
