import { HOST_USES } from '@induct/course';
import { z } from 'zod';
import { writing } from '../../../forms/texts';

export const HOST_REASON_LIMIT = 500;

const use = z.enum(HOST_USES as ['frames', ...(typeof HOST_USES)[number][]]);

/** A website that the pages of a version may load from. Whether it may be one is for the service to say. */
export const AgreeForm = z.object({
  host: z.string().max(2000).default(''),
  uses: z
    .union([use.transform((one) => [one]), z.array(use)], 'Select what may come from it')
    .refine((uses) => uses.length > 0, 'Select what may come from it'),
  reason: writing({ missing: 'Enter why the module needs it', name: 'The reason', longest: HOST_REASON_LIMIT }),
});
