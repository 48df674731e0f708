import type { YAMLError } from 'yaml';

/** What is wrong with a line of YAML in an author's words, and what to do. */
export interface YamlFault {
  readonly message: string;
  readonly cure: string;
}

const openings: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** The sentences of the parser (yaml 2.9) that authors meet most, and what they mean. */
const meanings: readonly (readonly [said: RegExp, means: (part: string, source: string) => YamlFault])[] = [
  [
    /^Nested mappings/,
    () => ({
      message: 'a text with a colon in it stands here without quotation marks',
      cure: 'put the whole text behind the key in quotation marks',
    }),
  ],
  [
    /^Missing closing/,
    () => ({
      message: 'a quotation mark is opened before this place and not closed',
      cure: 'close it where the text ends',
    }),
  ],
  [/^Tabs are not allowed/, () => ({ message: 'this line is indented by a tab', cure: 'indent it by spaces' })],
  [
    /^Map keys must be unique/,
    (_, source) => ({
      message: `the key "${firstKey(source)}" stands here a second time`,
      cure: 'give one of the two another name, or take it out',
    }),
  ],
  [
    /must start at the same column/,
    () => ({
      message: 'this line does not begin in the column of the one that it stands beside',
      cure: 'begin both in one column: one of them has a blank too many or too few',
    }),
  ],
  [
    /must be sufficiently indented and end with a (.)$/,
    (end) => ({ message: `a "${openings[end]}" is opened before this place and not closed`, cure: `add the "${end}"` }),
  ],
  [
    /^Implicit (?:map )?keys need/,
    () => ({
      message: 'this line is neither a key nor a part of what stands above it',
      cure: 'write a colon and a blank behind a key, and indent what belongs together alike',
    }),
  ],
  [
    /^Plain value cannot start with .* character (.)$/,
    (sign) => ({
      message: `a text that begins with "${sign}" stands here without quotation marks`,
      cure: 'put the whole text behind the key in quotation marks',
    }),
  ],
  [
    /^Unexpected scalar at node end/,
    () => ({
      message: 'words follow a quotation mark that ends the text',
      cure: 'put the whole text in double quotation marks, with a backslash before each within it',
    }),
  ],
];

/**
 * Tells errors of the YAML parser that begin at one place. What authors seldom meet keeps the parser's own words.
 *
 * @param source the file from that place on
 */
export function yamlFault(errors: readonly [YAMLError, ...YAMLError[]], source: string): YamlFault {
  const [{ message: said }] = errors;
  // A nested key on the next line is one that is indented too far.
  if (errors.some(({ code }) => code === 'MULTILINE_IMPLICIT_KEY') && said.startsWith('Nested mappings')) {
    return {
      message: 'the line after this one is indented as if it belonged to this text',
      cure: 'begin both in one column, that of the keys that they stand beside',
    };
  }
  for (const [pattern, means] of meanings) {
    const match = pattern.exec(said);
    if (match) return means(match[1] ?? '', source);
  }
  return {
    message: `this line is not well-formed YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    cure: 'look at the indentation, the colons and the quotation marks here and on the line above',
  };
}

function firstKey(source: string): string {
  return /^["']?([^:"'\n]*)/.exec(source)?.[1]?.trim() ?? '';
}
