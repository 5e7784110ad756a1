import { britishTimeAndDate } from '@induct/platform';
import { smallFigure } from '../progress/small-cells';
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

/** The first page of somebody who only reads, and asks whether it can be believed. */
export function forAuditorsView({ recordedAt, hasRegister, ...controls }: Controls) {
  return {
    places: [CERTIFICATE, ...(hasRegister ? [REGISTER] : []), ...OTHERS],
    controls: [
      ['Certificates issued by hand', controls.byHand, 'Two officers decided it, and said why.'],
      [
        'Certificates suspended',
        controls.suspended,
        'They do not count until that is lifted. Two officers decided it.',
      ],
      ['Certificates revoked', controls.revoked, 'They count no more. Two officers decided it.'],
      ['Changes that wait for a second person', controls.waiting, 'Roles that confirm something, and the quorum.'],
      ['Roles that one person gave alone', controls.grantedAlone, 'Still held. There was nobody else to confirm it.'],
    ].map(([what, count, about]) => ({ what, count: smallFigure(Number(count)), about })),
    recorded: recordedAt && britishTimeAndDate(recordedAt),
  };
}
