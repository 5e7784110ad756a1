import type { CourseVersion, OpenDispatch } from '@induct/course';
import { jsonForScript } from '@induct/platform';
import { partsToPlay } from '@induct/scorm';
import type { PlayerAssets } from '../player/player-assets';
import { FRAME_ALLOW, FRAME_SANDBOX } from '../origin/headers';
import { playerPage } from '../player/player.view';

/** A partner's page is not ours to leave: a press in a module leads nowhere but to another window. */
const SANDBOX = FRAME_SANDBOX.replace(' allow-top-navigation-by-user-activation', '');

/** What the page's template needs. Nothing of whoever learns is in it: that is their learning system's. */
export function dispatchPage(
  { id, pass }: Pick<OpenDispatch, 'id' | 'pass'>,
  { tree, title }: Pick<CourseVersion, 'tree' | 'title'>,
  assets: PlayerAssets,
  council: string,
) {
  const files = `/dispatched/${id}.${pass}/`;
  const nothing = { completion: 'not_attempted', success: 'unknown' } as const;
  const learner = { id: '', name: '' };
  const parts = partsToPlay({ tree, files, learner, status: () => nothing, remembered: () => undefined });
  const none = { launch: { id, number: 1 }, journalKey: '', siteReturnUrl: '', savedAt: null, finishedUrl: '' };
  const first = Object.keys(parts.scos)[0] ?? '';
  const { standard, edition } = tree;
  const state = { ...none, ...parts, standard, edition, course: { title }, learner, current: first };
  return {
    ...playerPage(state, assets, council),
    sandbox: SANDBOX,
    allow: FRAME_ALLOW,
    stateJson: jsonForScript({ stillUrl: `/dispatch/${id}/still`, pass, title, tree, files }),
    assets: {
      script: assets.url(`dispatch_${standard}`),
      styles: assets.url('styles'),
      font: assets.url('font-400'),
    },
  };
}
