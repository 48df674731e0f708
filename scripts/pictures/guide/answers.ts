/** Whether an answer holds what a guide says of it, line by line; … stands for anything. */
export function answers(answer: string, said: string): boolean {
  const parts = said
    .trim()
    .split('…')
    .map((part) => RegExp.escape(part));
  return new RegExp(parts.join('[\\s\\S]*')).test(answer);
}
