/** One `:claim[118.7 %]{fact=name}` in a text. */
export interface ClaimMark {
  /** The number as somebody printed it: what the brackets hold. */
  readonly words: string;
  /** The fact that it is held against, if its braces name one. */
  readonly fact: string | undefined;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** The claims that a text holds, in its order. */
export function claimMarks(text: string): readonly ClaimMark[] {
  return [...text.matchAll(/(?<!:):claim\[([^\]]*)\](?:\{([^{}]*)\})?/g)].map((mark) => {
    const [whole, words = '', braces = ''] = mark;
    return { words, fact: factIn(braces), start: mark.index, end: mark.index + whole.length };
  });
}

function factIn(braces: string): string | undefined {
  const fact = /^\s*fact\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))\s*$/.exec(braces);
  return fact?.[1] ?? fact?.[2] ?? fact?.[3];
}
