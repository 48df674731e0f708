/**
 * The element of the page that a selector names.
 *
 * @throws Error when index.html has none
 */
export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`Starting the page: index.html has no ${selector}`);
  return found;
}
