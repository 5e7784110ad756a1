import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import type * as Records from '../../../../../content/player/learner-records';

const CONTENT = join(projectRoot, 'dist/content');

/** The content player without its page, and the modules as one learns them. */
export interface PlayerRecords {
  player: typeof Records;
  /** By slug. */
  modules: ReadonlyMap<string, Records.ModuleToLearn>;
}

/** As `npm run content:build` wrote them. */
export function playerRecords(): PlayerRecords {
  const modules = JSON.parse(readFileSync(join(CONTENT, 'learning.json'), 'utf8')) as Records.ModuleToLearn[];
  return {
    player: createRequire(__filename)(join(CONTENT, 'learner-records.cjs')) as typeof Records,
    modules: new Map(modules.map((module) => [module.slug, module])),
  };
}
