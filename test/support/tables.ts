import { LIBS } from '../../apps/libs';

/** Of every lib, in the order of their arrows. */
export const allTables = LIBS;
