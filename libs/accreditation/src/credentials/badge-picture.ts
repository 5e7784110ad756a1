import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { seal } from '../printing/ornament';
import { bakePng, bakeSvg } from './bake';

export type BadgeFormat = 'png' | 'svg';

let png: Buffer | undefined;

/** The seal of our certificates on white: read once. */
export const badgePng = (): Buffer => (png ??= readFileSync(join(projectRoot, 'content/certificates/badge.png')));

/** The picture of a badge, with its credential in it. */
export const badgeWith = (credential: string, format: BadgeFormat): Buffer =>
  format === 'png' ? bakePng(badgePng(), credential) : Buffer.from(bakeSvg(seal(), credential), 'utf8');
