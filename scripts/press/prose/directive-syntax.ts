import { distance } from 'fastest-levenshtein';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import { markdownLineEnding, unicodePunctuation, unicodeWhitespace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { type Directive, directiveForms } from './directive-forms.ts';

/**
 * Directives for a parser of markdown: those of remark-directive, but for colons that people write without meaning one. A
 * directive within a line has a name that begins with a letter and stands behind no letter or digit, so that “10:30”, “1:2:3”
 * and “fe80::1” are text; one that is known and has its bracket may stand behind a letter, since some languages have no
 * blanks between words. Without a bracket only a name of the press's own, or nearly, counts.
 */
export function directiveSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), meantOnly(directive())];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()];
}

/** What stands at a colon of the text: how many colons, the name behind them, and the sign behind the name. */
interface Beginning {
  readonly colons: number;
  readonly name: string;
  readonly next: string;
}

/** Whether the beginning of a line, or of a text, is that of a directive, right or wrong, and not merely colons. */
export function beginsDirective({ colons, name, next }: Beginning): boolean {
  if (!/^\p{L}/u.test(name)) return false;
  return colons > 2 || next === '[' || next === '{' || isNearly(name, colons === 1 ? 'textDirective' : 'leafDirective');
}

/** A name of the press's own, whatever its colons. Two letters may be wrong in a line of its own, one of few; none of three: “:man” is no “:map”. */
function isNearly(name: string, type: Directive['type']): boolean {
  if (Object.values(directiveForms).some((names) => names.includes(name))) return true;
  return directiveForms[type].some((known) => {
    const slips = Math.min(known.length, name.length) < 4 ? 0 : type === 'leafDirective' ? 2 : 1;
    return distance(known, name) <= slips;
  });
}

/** The same constructs, each tried only where a directive is meant. */
function meantOnly(extension: Extension): Extension {
  const wrap = (constructs: Construct | readonly Construct[] | undefined) => [constructs ?? []].flat().map(whereMeant);
  return { text: { 58: wrap(extension.text?.[58]) }, flow: { 58: wrap(extension.flow?.[58]) } };
}

function whereMeant(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State) {
      return effects.check(meantAfter(this.previous), construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/** Reads colons and a name without taking them. */
function meantAfter(previous: Code): Construct {
  return {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State) {
      let colons = 0;
      let name = '';
      return start;

      function start(code: Code): State | undefined {
        effects.enter('data');
        return inColons(code);
      }

      function inColons(code: Code): State | undefined {
        if (code !== 58) return inName(code);
        colons += 1;
        effects.consume(code);
        return inColons;
      }

      function inName(code: Code): State | undefined {
        if (isOfName(code)) {
          name += String.fromCharCode(code);
          effects.consume(code);
          return inName;
        }
        effects.exit('data');
        const next = code === null || code < 0 ? '' : String.fromCharCode(code);
        const isWhole = colons === 1 && next === '[' && directiveForms.textDirective.includes(name);
        const isMeant = isWhole || (beginsDirective({ colons, name, next }) && (colons > 1 || !isOfWord(previous)));
        return isMeant ? ok(code) : nok(code);
      }
    },
  };
}

/** Letters, digits, the minus and the low line, as the names of micromark-extension-directive (4.0.0). */
function isOfName(code: Code): code is number {
  return isOfWord(code) || code === 45 || code === 95;
}

function isOfWord(code: Code): code is number {
  return code !== null && !markdownLineEnding(code) && !unicodeWhitespace(code) && !unicodePunctuation(code);
}
