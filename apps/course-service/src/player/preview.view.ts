import type { CouncilWords } from '@induct/course';
import type { PreviewState } from '@induct/steering';
import type { PlayerAssets } from './player-assets';
import { playerPage } from './player.view';

/** As GOV.UK would ask it: what it means for members. */
const SEVERITIES = [
  { value: 'blocking', label: 'Blocking', hint: 'Members must not get it like this' },
  { value: 'should_fix', label: 'Should be fixed', hint: 'Wrong or hard to use, but not blocking' },
  { value: 'suggestion', label: 'Suggestion', hint: 'It would be better otherwise' },
];

/** The player's page with the testing panel beside the module. */
export function previewPage(state: PreviewState, assets: PlayerAssets, council: string, words?: CouncilWords) {
  const { round, version, canRecord, notice } = state.preview;
  const page = playerPage(state, assets, council, words);
  return {
    ...page,
    version,
    canRecord,
    notice,
    backTo: round === null ? 'Back to the version' : `Back to round ${round.number}`,
    whyNot:
      round === null
        ? 'You are looking at this version outside a test round. Findings are recorded by the testers of a round.'
        : 'Findings are recorded by the testers of a round, while it is open.',
    place: page.contents.length > 0 ? page.part : page.scoTitle,
    partCount: Object.keys(state.scos).length,
    severities: SEVERITIES,
    assets: {
      ...page.assets,
      script: assets.url(`preview_${state.standard}`),
      previewStyles: assets.url('preview_styles'),
    },
  };
}
