import { z } from 'zod';
import { filtered, oneOf, pageNumber, searched } from '../../lists/filter';

/** What officers look for among the facts. */
export const FactsFilter = z.object({ q: searched(), said: oneOf(['here', 'built']), page: pageNumber });
export type FactsFilter = z.infer<typeof FactsFilter>;

export const FACTS = '/admin/facts';

/** How its addresses are written. */
export const factsPages = filtered(FactsFilter, FACTS);
