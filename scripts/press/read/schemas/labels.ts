import { z } from 'zod';
import { mapByName } from './common.ts';

/** content/labels/<language>.yaml: every word that the press itself prints. {braces} hold what is filled in. */
export const labelsSchema = mapByName(z.string().regex(/^[a-z][a-z0-9-]*$/), z.string().min(1)).meta({
  title: 'Labels',
  description: 'The words that templates and the press print, by name.',
});
/** The printed words of one language, by name. */
export type Labels = z.infer<typeof labelsSchema>;
