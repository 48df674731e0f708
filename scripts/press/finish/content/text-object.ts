import { type Lexer, wordCode } from '../file/lexer.ts';
import { type Dictionary, isDictionary, isString, limits, type PdfObject } from '../file/objects.ts';
import { parseObject } from '../file/parser.ts';
import { unknownOperator } from './operators.ts';

const [show, move, endText] = ['Tj', 'Td', 'ET'].map(wordCode);
const [beginPlain, beginWithProperties, endMark] = ['BMC', 'BDC', 'EMC'].map(wordCode);
const showing = operatorSet('TJ \' "');
/** They set a state, or move to a line (ISO 32000-1, 9.3 and 9.4). */
const setting = operatorSet('Tc Tw Tz TL Tf Tr Ts TD Tm T* g G rg RG SC sc SCN scn gs w J j M d');

/** Operators by their codes, from a list with spaces between them. */
function operatorSet(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(wordCode));
}

/** How glyphs are painted: in the order in which they are read, or against it. */
const [asRead, backwards] = [1, 2] as const;

/**
 * Goes to the end of a text object; the lexer stands at its BT. Marks within it say how its glyphs are read, and stay as
 * they are: `ReversedChars` around all of them, or `Span` with an `ActualText`.
 *
 * @throws Error at an operator or a mark that Chromium never writes there
 */
export function skipText(bytes: Uint8Array, lexer: Lexer): 'shows text' | 'shows nothing' {
  const start = lexer.start();
  // Chromium writes an empty one for a line that it cuts off at the end of a page.
  let shown = 0;
  let depth = 0;
  /** How many marks are around that which says that glyphs are painted backwards. */
  let reversed = Infinity;
  let nameAt = start;
  let properties: Dictionary | undefined;
  for (let token = lexer.nextAfterNumbers(); token !== 'end'; token = lexer.nextAfterNumbers()) {
    if (token === 'name') nameAt = lexer.start();
    else if (token === 'dictionary begins') properties = dictionaryAt(bytes, lexer);
    if (token !== 'keyword') continue;
    const operator = lexer.code();
    // Of every two operators one moves.
    if (operator === move) continue;
    if (operator === show || showing.has(operator)) {
      shown |= depth > reversed ? backwards : asRead;
    } else if (operator === endText) {
      checkEnd(lexer, start, { depth, isMixed: shown === (asRead | backwards) });
      return shown === 0 ? 'shows nothing' : 'shows text';
    } else if (operator === beginWithProperties) {
      checkProperties(lexer, properties);
      properties = undefined;
      depth += 1;
    } else if (operator === beginPlain) {
      checkReversed(lexer, nameAt);
      reversed = Math.min(reversed, depth);
      depth += 1;
    } else if (operator === endMark) {
      if (depth === 0) throw new Error(`the "EMC" at byte ${lexer.start()} closes nothing`);
      depth -= 1;
      if (depth === reversed) reversed = Infinity;
    } else if (!setting.has(operator)) {
      throw unknownOperator(lexer);
    }
  }
  throw new Error('a text object does not end');
}

/** The dictionary that begins at the lexer's token, which is its end afterwards. */
function dictionaryAt(bytes: Uint8Array, lexer: Lexer): Dictionary | undefined {
  lexer.moveTo(lexer.start());
  const object = parseObject(bytes, lexer);
  return isDictionary(object) ? object : undefined;
}

function checkProperties(lexer: Lexer, properties: Dictionary | undefined): void {
  const at = `at byte ${lexer.start()}`;
  if (!properties) throw new Error(`marked content within a text object does not say what it is ${at}`);
  if (properties.has('MCID')) throw new Error(`a text object is tagged in parts ${at}`);
  properties.forEach((value: PdfObject, key: string) => {
    if (key !== 'ActualText' || !isString(value)) throw new Error(`marked content has "${key}" ${at}`);
    if (value.bytes.length > limits.string) throw tooLong(lexer.start());
  });
}

/** The only mark without properties says that glyphs are painted from left to right, and read from right to left. */
function checkReversed(lexer: Lexer, nameAt: number): void {
  const end = lexer.end();
  lexer.moveTo(nameAt);
  lexer.next();
  if (lexer.text() !== '/ReversedChars') {
    throw new Error(`there is marked content "${lexer.text()}" within a text object at byte ${nameAt}`);
  }
  lexer.moveTo(end);
}

function checkEnd(
  lexer: Lexer,
  start: number,
  { depth, isMixed }: { readonly depth: number; readonly isMixed: boolean },
): void {
  if (depth > 0) throw new Error(`marked content is not closed before the "ET" at byte ${lexer.start()}`);
  if (isMixed) throw new Error(`only a part of the text object at byte ${start} is read backwards`);
  const end = lexer.end();
  if (end - start <= limits.string) return;
  // A string that is longer than what may be can only stand in an object that is.
  lexer.moveTo(start);
  for (let token = lexer.next(); lexer.start() < end; token = lexer.next()) {
    const length = lexer.end() - lexer.start() - 2;
    if (length > limits.string * (token === 'hexadecimal string' ? 2 : 1)) throw tooLong(lexer.start());
  }
  lexer.moveTo(end);
}

function tooLong(at: number): Error {
  return new Error(`the string at byte ${at} has more than ${limits.string} bytes, which PDF/A does not allow`);
}
