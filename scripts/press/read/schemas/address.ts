import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { visibleText } from '../../diagnostics/visible-text.ts';

/** Where a link can lead out of what the press makes: the web alone, or a mail program as well. */
type Reach = 'web' | 'web or mail';

/** By the schemes that leave, how an address begins and goes on. All others stay in the house. */
const faults: Readonly<Record<string, ((url: URL, address: string) => string | undefined) | undefined>> = {
  'https:': webFault,
  'http:': webFault,
  'mailto:': mailFault,
};

/**
 * Why no link may lead to an address, as a cure; undefined where one may. The parser of the web (WHATWG URL) reads it, as a
 * reader's program will, and what that takes for something else than stands there is refused: a scheme hidden by a line end, a
 * host after a name and password.
 *
 * @param address a whole one; places within a document are none
 */
export function addressFault(address: string, reach: Reach): string | undefined {
  if (/[\s\\]/.test(address) || visibleText(address) !== address) {
    return 'take blanks, line ends, backslashes and hidden signs out of it, or write them as a browser’s own line does: %20';
  }
  const url = URL.parse(address);
  const fault = url && (reach === 'web or mail' || url.protocol !== 'mailto:') ? faults[url.protocol] : undefined;
  if (url && fault) return fault(url, address);
  return reach === 'web'
    ? 'write a whole address, with https://'
    : 'write a whole address with https://, a mailto: address, or # and the id of a heading';
}

/** Host, as the parser has it in letters, and the port are what stands after the scheme: nothing is read over or turned about. */
function webFault(url: URL, address: string): string | undefined {
  if (url.username !== '' || url.password !== '') {
    return 'take what stands before the @ out: a reader takes it for the host';
  }
  const written = address.normalize('NFC').toLowerCase();
  const hosts = [url.hostname, domainToUnicode(url.hostname)].map((host) => `${url.protocol}//${host}`);
  const isPlain = hosts.some((start) => written.startsWith(start) && /^(?:[:/?#]|$)/.test(written.slice(start.length)));
  const labels = domainToUnicode(url.hostname).split('.');
  if (isPlain && labels.length > 1 && labels.every(isLabel)) return undefined;
  return 'write its host as a browser’s own line shows it, with https:// before it';
}

/** Letters of one script each: a Cyrillic letter in a Latin name passes for another host (UTS #39, 5.1). */
function isLabel(label: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];
  return /^[\p{L}\p{M}\p{N}_-]+$/u.test(label) && scripts.filter((script) => script.test(label)).length < 2;
}

/** One address; of the fields of a letter those that only fill in what its writer then sees (RFC 6068, 7). */
function mailFault({ pathname, searchParams }: URL): string | undefined {
  const isOne = z.email().safeParse(pathname).success;
  const fields = [...searchParams.keys()].map((field) => field.toLowerCase());
  if (isOne && fields.every((field) => ['subject', 'body', 'cc'].includes(field))) return undefined;
  return 'write mailto: and one address, with no more behind it than ?subject=, body= and cc=';
}

/** An address on the web: what every field of a file takes that readers can follow. */
export const webAddress = z
  .string()
  .superRefine((address, context) => {
    const message = addressFault(address, 'web');
    if (message !== undefined) context.addIssue({ code: 'custom', message, params: { rule: 'link-target' } });
  })
  .meta({ description: 'A web address, with https://.', format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' });

/** A digital object identifier (ISO 26324): what follows https://doi.org/. */
export const doi = z
  .string()
  .refine((value) => /^10\.\d{4,9}(\.\d+)*\/\S+$/.test(value) && visibleText(value) === value, {
    error: 'a DOI is what follows https://doi.org/, such as 10.1000/182',
  })
  .meta({ description: 'What follows https://doi.org/: 10.1000/182.' });

/** The address of a DOI: signs that would end it stand in percents. */
export function doiAddress(value: string): string {
  return `https://doi.org/${encodeURI(value).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}
