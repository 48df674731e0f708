/** One `:fact[name]` or `:fact[name]{as=format}` in a text. */
export interface FactMark {
  readonly name: string;
  /** The format that it asks for, if it asks. */
  readonly as: string | undefined;
  readonly form: 'sound' | 'odd-braces';
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** The facts that a text names, in its order. */
export function factMarks(text: string): readonly FactMark[] {
  const marks = text.matchAll(/(?<!:):fact\[([^\]]*)\](?:\{([^{}]*)\})?/g);
  return [...marks].map((mark) => {
    const [whole, name = '', braces] = mark;
    const as = /^\s*as\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))\s*$/.exec(braces ?? '');
    return {
      name,
      as: as?.[1] ?? as?.[2] ?? as?.[3],
      form: as || braces === undefined || braces.trim() === '' ? 'sound' : 'odd-braces',
      start: mark.index,
      end: mark.index + whole.length,
    };
  });
}
