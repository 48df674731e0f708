import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { ProseContext } from './context.ts';

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * A passage in another language, `:lang[chef de la junte]{fr}`: screen readers speak it in that language. It runs in the
 * direction of its own letters. Where its language is not known it stands as it is.
 */
export function writePassage(
  state: State,
  node: TextDirective,
  place: Place,
  { report }: Pick<ProseContext, 'report'>,
): ElementContent | ElementContent[] {
  const children = state.all(node) as ElementContent[];
  const codes = Object.entries(node.attributes ?? {});
  const [code, value] = codes[0] ?? [];
  if (code === undefined || codes.length > 1 || value !== '') {
    report({
      rule: 'directive-shape',
      place,
      message: '":lang" does not say which language its words are in',
      cure: 'write the code of the language in braces after them, like :lang[chef de la junte]{fr}',
    });
    return children;
  }
  const right = rightCode(code);
  if (right !== code) {
    report({
      rule: 'directive-shape',
      place,
      message: `"${code}" is not the code of a language`,
      cure: right
        ? `did you mean "${right}"?`
        : 'write its code by ISO 639, such as "fr" for French, "ar" for Arabic or "bm" for Bambara',
    });
    return children;
  }
  return { type: 'element', tagName: 'span', properties: { lang: code, dir: 'auto' }, children };
}

/** The code of a language as BCP 47 writes it; undefined where there is no such language. */
function rightCode(code: string): string | undefined {
  try {
    const locale = new Intl.Locale(code);
    return languages.of(locale.language) === undefined ? undefined : locale.toString();
  } catch {
    return undefined;
  }
}
