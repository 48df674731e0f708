import type { Draft } from '../file/draft.ts';
import { deflated } from '../file/flate.ts';
import { dictionary, type Reference } from '../file/objects.ts';
import { textString } from '../file/text-string.ts';
import { srgbProfile } from './srgb-profile.ts';

/** What the colours of the pages mean (ISO 19005-3, 6.2.3): those of CSS, sRGB. Chromium writes all in DeviceRGB and DeviceGray. */
export function addOutputIntent(draft: Draft): Reference {
  const profile = draft.add(deflated(srgbProfile(), { N: 3 }));
  return draft.add(
    dictionary({
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: textString('sRGB'),
      Info: textString('sRGB (IEC 61966-2-1)'),
      DestOutputProfile: profile,
    }),
  );
}
