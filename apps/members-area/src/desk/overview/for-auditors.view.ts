import { britishTimeAndDate } from '@induct/platform';
import { figure } from '../../words/counted';
import { SMALLEST_CELL } from '../progress/small-cells';
import type { Controls } from './for-auditors.queries';

/** Where an auditor looks into something, and what they find there. */
interface Place {
  href: string;
  text: string;
  about: string;
}

const CERTIFICATE: Place = {
  href: '/verify',
  text: 'Check a certificate',
  about: 'Ask for any of them: its number, its code or its file says whether it is ours, unchanged, and valid today.',
};

const REGISTER: Place = {
  href: '/register/planning',
  text: 'Register of who may take part in planning',
  about: 'Who holds the certificate today, as anybody reads it. As CSV and JSON too.',
};

const OTHERS: readonly Place[] = [
  {
    href: '/testing',
    text: 'How modules were tested',
    about: 'Who signed off which version, and what they found: a report of every round. The list as CSV and JSON.',
  },
  {
    href: '/testing/programme',
    text: 'What the steering group decided',
    about: 'Every version of the programme, when it was approved, and what was planned otherwise since.',
  },
  {
    href: '/admin/programme',
    text: 'What was planned, and what took place',
    about: 'The sessions of every year, and what became of them. As CSV and JSON.',
  },
  {
    href: '/admin/programme/evaluation',
    text: 'Whether it was worth it',
    about: 'What people said of it, what they can do after it, and what it was to contribute.',
  },
];

/** How often somebody stepped in: a figure of people, and what it takes. */
interface Control {
  what: string;
  count: number;
  about: string;
}

/** The first page of somebody who only reads, and asks whether it can be believed. */
export function forAuditorsView({ recordedAt, hasRegister, ...controls }: Controls) {
  const ofPeople = controlsOf(controls);
  const small = ofPeople.filter(({ count }) => count < SMALLEST_CELL);
  return {
    places: [CERTIFICATE, ...(hasRegister ? [REGISTER] : []), ...OTHERS],
    controls: [
      ...ofPublishing(controls),
      ...ofPeople.filter((one) => !small.includes(one)).map((one) => ({ ...one, count: figure(one.count) })),
    ],
    small: small.map(({ what, about }) => ({ what, about })),
    recorded: recordedAt && britishTimeAndDate(recordedAt),
  };
}

/** Of versions, not of people: every figure of it can be shown. */
function ofPublishing({ publishedByRound, publishedWithout }: Pick<Controls, 'publishedByRound' | 'publishedWithout'>) {
  return [
    {
      what: 'Versions published with the testers’ sign-offs',
      count: figure(publishedByRound),
      about: 'Each after a test round that had as many as it asked for.',
    },
    {
      what: 'Versions published without them',
      count: figure(publishedWithout),
      about: 'An administrator proposed it and said why, an officer confirmed it.',
    },
  ];
}

const controlsOf = (controls: Omit<Controls, 'recordedAt' | 'hasRegister'>): Control[] => [
  {
    what: 'Certificates issued by hand',
    count: controls.byHand,
    about: 'Two officers decide it, and say why.',
  },
  {
    what: 'Certificates suspended',
    count: controls.suspended,
    about: 'They do not count until that is lifted. Two officers decide it.',
  },
  {
    what: 'Certificates revoked',
    count: controls.revoked,
    about: 'They count no more. Two officers decide it.',
  },
  {
    what: 'Changes that wait for a second person',
    count: controls.waiting,
    about: 'Roles that confirm something, and the quorum.',
  },
  {
    what: 'Roles that one person gave alone',
    count: controls.grantedAlone,
    about: 'Still held. There was nobody else to confirm it.',
  },
];
