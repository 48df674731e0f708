import { element } from './element.ts';
import { type IconName, icon } from './icon.ts';

/** A button with a picture; its name is read out, and shown with its key when it is pointed at. */
export function iconButton(
  name: string,
  picture: IconName,
  key: string | undefined,
  press: () => void,
): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': name, title: key === undefined ? name : `${name} (${key})` },
    icon(picture),
  );
  button.addEventListener('click', press);
  return button;
}

/** A button that says what it does. */
export function textButton(text: string, press: () => void, kind: 'plain' | 'main' = 'plain'): HTMLButtonElement {
  const button = element('button', { type: 'button', class: `text-button ${kind}` }, text);
  button.addEventListener('click', press);
  return button;
}
