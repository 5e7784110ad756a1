import type { CouncilWords, CourseVersion, ShownTaster } from '@induct/course';
import { jsonForScript } from '@induct/platform';
import { partsToPlay } from '@induct/scorm';
import type { PlayerAssets } from '../player/player-assets';
import { playerPage } from '../player/player.view';

interface Around {
  assets: PlayerAssets;
  council: string;
  /** Origin of the site. */
  site: string;
  /** What the council says in the module itself. */
  words?: CouncilWords | undefined;
}

/** What the page's template needs. Nothing of whoever learns is in it: their place is kept in their browser. */
export function tasterPage(
  { id, pass, slug, title }: Pick<ShownTaster, 'id' | 'slug' | 'title'> & { pass: string },
  { id: versionId, tree }: Pick<CourseVersion, 'id' | 'tree'>,
  { assets, council, site, words }: Around,
) {
  const files = `/tasted/${id}.${pass}/`;
  const nothing = { completion: 'not_attempted', success: 'unknown' } as const;
  const learner = { id: '', name: '' };
  const parts = partsToPlay({ tree, files, learner, status: () => nothing, remembered: () => undefined });
  const backUrl = `${site}/taster/${encodeURIComponent(slug)}`;
  const none = { launch: { id, number: 1 }, journalKey: '', siteReturnUrl: '', savedAt: null, finishedUrl: backUrl };
  const first = Object.keys(parts.scos)[0] ?? '';
  const { standard, edition } = tree;
  const state = { ...none, ...parts, standard, edition, course: { title }, learner, current: first };
  return {
    ...playerPage(state, assets, council, words),
    stateJson: jsonForScript({ title, tree, files, versionId, backUrl, speech: assets.speech(`taster_${standard}`) }),
    assets: {
      script: assets.url(`taster_${standard}`),
      styles: assets.url('styles'),
      font: assets.url('font-400'),
    },
  };
}
