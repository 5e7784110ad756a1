import { lib } from '@induct/platform';

export const printing = lib({ name: 'printing' });
