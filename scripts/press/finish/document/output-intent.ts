import { textString } from '../file/data-structures.ts';
import { deflated, dictionary, type Reference } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { srgbProfile } from './srgb-profile.ts';

/** What the colours of the pages mean (ISO 19005-3, 6.2.3): those of CSS, sRGB. Chromium writes all in DeviceRGB and DeviceGray. */
export function addOutputIntent(pdf: PdfFile): Reference {
  const profile = pdf.add(deflated(srgbProfile(), { N: 3 }));
  return pdf.add(
    dictionary({
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: textString('sRGB'),
      Info: textString('sRGB (IEC 61966-2-1)'),
      DestOutputProfile: profile,
    }),
  );
}
