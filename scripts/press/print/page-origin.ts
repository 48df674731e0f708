import type { HTTPRequest, Page } from 'puppeteer';
import type { PageHtml } from '../page/page-html.ts';
import { withoutOrigins } from '../page/without-origins.ts';

/** The address of the document. The domain can exist nowhere (RFC 6761 6.4). */
export const origin = 'https://edition.invalid/';

/**
 * Serves a page its document and resources from memory, and refuses everything else.
 *
 * @returns the addresses that were refused, as they come
 */
export async function servePage(page: Page, content: PageHtml): Promise<readonly string[]> {
  const refused: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // A data URL is part of the document.
    if (request.url().startsWith('data:')) return;
    const answer = find(request, content);
    if (!answer) refused.push(request.url());
    // The page may be gone by now; then nobody waits for the answer.
    (answer ? request.respond(answer) : request.abort('blockedbyclient')).catch(() => {});
  });
  return refused;
}

function find(request: HTTPRequest, content: PageHtml): Parameters<HTTPRequest['respond']>[0] | undefined {
  const url = request.url();
  if (!url.startsWith(origin)) return undefined;
  const path = decodedPath(url.slice(origin.length));
  if (path === undefined) return undefined;
  if (path === '') return { status: 200, contentType: 'text/html; charset=utf-8', body: withoutOrigins(content.html) };
  const resource = content.resources.get(path);
  if (resource) return { status: 200, contentType: resource.mediaType, body: resource.bytes };
  // Chrome asks for it by itself; the shell does not.
  return path === 'favicon.ico' ? { status: 204 } : undefined;
}

/** The path that an address means; none where its escapes are no text (“%E0%A4%A”), which names nothing here. */
function decodedPath(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
