import type { RoundReport } from '../src/report/report';

type Finding = RoundReport['findings'][number];

export const aFinding = (given: Partial<Finding> = {}): Finding => ({
  id: '0195c0de-0000-7000-8000-000000000001',
  number: 1,
  severity: 'should_fix',
  state: 'open',
  settled: false,
  text: 'The date of the code is that of the old one: page 3 says 2012.',
  scoTitle: 'Declaring interests',
  location: 'page-3',
  authorName: 'Siân Rees-Pritchard',
  fixedInVersionNumber: null,
  reason: '',
  carried: false,
  roundNumber: 2,
  foundInVersionNumber: 3,
  ...given,
});

const tester = (given: Partial<RoundReport['testers'][number]>) => ({
  personId: '0195c0de-0000-7000-8000-000000000002',
  name: '',
  previewSeconds: 0,
  partsOpened: 1,
  grantedAlone: false,
  findings: 0,
  decision: null,
  reason: '',
  decidedAt: null,
  couldNotFinishWhy: null,
  ...given,
});

/** Of a round that reached its quorum, for tests. */
export const aReport = (): RoundReport => ({
  roundId: '0195c0de-0000-7000-8000-000000000003',
  courseId: '0195c0de-0000-7000-8000-000000000004',
  courseSlug: 'code-of-conduct',
  courseTitle: 'The code of conduct',
  versionId: '0195c0de-0000-7000-8000-000000000005',
  versionNumber: 3,
  number: 2,
  state: 'closed',
  focus: 'The questions in the last part are new: please look at them most.\nPlease try it on your council tablet too.',
  checklist: [],
  quorum: 2,
  parts: 1,
  deadline: new Date('2026-11-29T17:00:00Z'),
  openedByName: 'Olive Officer',
  openedAt: new Date('2026-11-15T09:00:00Z'),
  closedAt: new Date('2026-11-20T16:10:00Z'),
  closedWhy: 'quorum',
  testers: [
    tester({
      name: 'Bernard Osei',
      previewSeconds: 1260,
      findings: 1,
      decision: 'signed_off',
      decidedAt: new Date('2026-11-20T16:10:00Z'),
    }),
    tester({
      name: 'Catrin Prosser',
      previewSeconds: 900,
      findings: 2,
      decision: 'refused',
      reason: 'Question 3 is not fair: two of its answers are right, and only one of them counts.',
      decidedAt: new Date('2026-11-18T11:00:00Z'),
    }),
    tester({ name: 'Dev Mehta', couldNotFinishWhy: 'My tablet lost its connection on the train.', previewSeconds: 45 }),
    tester({ name: 'Farah Whitfield' }),
    tester({
      name: 'Siân Rees-Pritchard',
      previewSeconds: 4200,
      findings: 1,
      decision: 'signed_off',
      decidedAt: new Date('2026-11-19T09:30:00Z'),
    }),
  ],
  started: 4,
  signedOff: 2,
  signedOffDespiteNo: 1,
  refused: 1,
  previewSeconds: 6405,
  answers: [
    ['The content is right and up to date', 3, 0, 0],
    ['It is written in plain English', 2, 1, 0],
    ['It works by keyboard and with a screen reader', 1, 0, 2],
    ['It works on a tablet', 2, 0, 1],
    ['It takes the time that is announced', 3, 0, 0],
    ['The questions are fair', 2, 1, 0],
  ].map(([text, yes, no, unseen], at) => ({
    id: String(at + 1),
    text: String(text),
    counts: { yes: Number(yes), no: Number(no), not_looked_at: Number(unseen) },
    noes:
      at === 1
        ? [
            {
              name: 'Bernard Osei',
              decision: 'signed_off' as const,
              note: '“Pecuniary” is used before it is explained.',
            },
          ]
        : at === 5
          ? [{ name: 'Catrin Prosser', decision: 'refused' as const, note: '' }]
          : [],
    notes: at === 1 ? ['Good, apart from the second part.'] : [],
  })),
  bySeverity: [
    { severity: 'blocking', raised: 1, settled: 1, unsettled: 0 },
    { severity: 'should_fix', raised: 3, settled: 1, unsettled: 2 },
    { severity: 'suggestion', raised: 1, settled: 1, unsettled: 0 },
  ],
  findings: [
    aFinding({
      number: 13,
      state: 'answered',
      text: 'The second part says “pecuniary” before the word is explained.\nIt could say “financial”.',
    }),
    aFinding({
      number: 15,
      authorName: 'Catrin Prosser',
      scoTitle: 'Questions',
      location: 'question-3',
      text: 'Two answers of question 3 are right.',
    }),
    aFinding({
      number: 9,
      severity: 'blocking',
      state: 'fixed',
      settled: true,
      fixedInVersionNumber: 3,
      carried: true,
      roundNumber: 1,
      foundInVersionNumber: 2,
      text: 'By keyboard alone the third screen cannot be left: the focus goes round in the menu.',
    }),
    aFinding({
      number: 12,
      severity: 'should_fix',
      state: 'fixed',
      settled: true,
      fixedInVersionNumber: 3,
      carried: true,
      roundNumber: 1,
      foundInVersionNumber: 2,
      text: 'The monitoring officer’s name is that of the last one.',
    }),
    aFinding({
      number: 14,
      severity: 'suggestion',
      state: 'will_not_fix',
      settled: true,
      reason: 'It is meant to be like this: the picture shows our own chamber.',
      text: 'A livelier picture on the first screen?',
      scoTitle: '',
      location: '',
    }),
  ],
  decision:
    'Version 3 was signed off, with 2 of 2 needed sign-offs. No blocking finding stands in its way. One tester signed it off although they answered no to a line of the checklist. One tester refused to sign it off.',
  publishedAt: new Date('2026-11-22T09:00:00Z'),
  publishedByName: 'Olive Officer',
  override: null,
  review: null,
});
