import { type Letter, nameInText, plainLetter } from '@induct/letters';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { WaitingProposal } from './approval.repository';

interface AboutApproval extends Pick<WaitingProposal, 'what' | 'number' | 'scheme' | 'fromDay' | 'proposedAt'> {
  name: string;
  /** Who proposed it. */
  proposedBy: string;
  url: string;
}

/** That something waits for whoever gets this letter to be approved. */
export function approvalLetter({ name, url, ...about }: AboutApproval): Letter {
  const isTemplate = about.what === 'template';
  return plainLetter({
    subject: isTemplate
      ? `Template ${about.number} of certificates waits for you to approve it`
      : 'Arms or a logo for certificates wait for you to confirm them',
    name,
    before: isTemplate ? ofTemplate(about) : ofMark(about),
    link: { url, text: isTemplate ? 'Look at the template' : 'Look at the arms or logo' },
    after: [
      'Everybody who may decide about it gets this letter, and gets it once. Whoever opens the page first decides.',
    ],
  });
}

type Proposed = Omit<AboutApproval, 'name' | 'url'>;

function ofTemplate({ number, scheme, fromDay, proposedBy, proposedAt }: Proposed): string[] {
  const certificates = scheme === null ? 'certificates' : `certificates of “${nameInText(scheme)}”`;
  const day = fromDay === null ? 'From the day on which it is approved' : `From ${britishDate(fromDay)}`;
  return [
    `${nameInText(proposedBy)} proposed template ${number} on ${britishTimeAndDate(proposedAt)}. ${day} ${certificates} are to say and look like it.`,
    'An administrator who did not write it looks at its previews and at what it changes, and approves it or sends it back with words. Until then certificates stay as they are.',
  ];
}

const ofMark = ({ fromDay, proposedBy, proposedAt }: Proposed): string[] => [
  `${nameInText(proposedBy)} proposed other arms or another logo for certificates on ${britishTimeAndDate(proposedAt)}, from ${britishDate(fromDay!)} on.`,
  'Another person at the desk looks at the picture, and confirms or refuses it. Until then certificates stay as they are.',
];
