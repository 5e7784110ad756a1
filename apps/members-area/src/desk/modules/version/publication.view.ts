import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { PublicationRow } from './version.queries';

const POLICIES: Record<PublicationRow['policy'], string> = {
  nothing: 'Nothing was asked of people who had completed the module.',
  note: 'People who had completed the module were asked to read what has changed.',
  retake: 'People who had completed the module were asked to take it again',
};

/** When and how it was published, and what that asked of people. */
export function publicationView({ ground, policy, changeNote, retakeBy, halfWay, at, by }: PublicationRow) {
  return {
    heading: `${britishTimeAndDate(at)}${by ? ` by ${by}` : ''}`,
    ground: ground === 'round' ? 'Signed off by testers.' : 'By override, without sign-off.',
    policy: retakeBy ? `${POLICIES[policy]} by ${britishDate(retakeBy)}.` : POLICIES[policy],
    halfWay:
      halfWay === 'choice'
        ? 'People half-way on an older version choose to finish it or to start again.'
        : 'People half-way on an older version finish it.',
    changeNote,
  };
}
