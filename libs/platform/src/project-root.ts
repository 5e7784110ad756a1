import { basename, resolve } from 'node:path';

const above = resolve(__dirname, '../../..');

/** Where content/ and node_modules/ are: the sources' root, also when this file runs from dist/. */
export const projectRoot = basename(above) === 'dist' ? resolve(above, '..') : above;
