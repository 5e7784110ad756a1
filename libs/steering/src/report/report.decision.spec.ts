import { decisionInWords } from './report.decision';

type Facts = Parameters<typeof decisionInWords>[0];
const words = (given: Partial<Facts>) =>
  decisionInWords({
    state: 'closed',
    closedWhy: 'quorum',
    deadline: new Date('2026-11-29T17:00:00Z'),
    quorum: 2,
    signedOff: 2,
    signedOffDespiteNo: 0,
    refused: 0,
    versionNumber: 3,
    publishedAt: null,
    override: null,
    findings: [],
    ...given,
  });
const blocking = (settled: boolean, foundIn: number, fixedIn: number | null) =>
  ({ severity: 'blocking', settled, foundInVersionNumber: foundIn, fixedInVersionNumber: fixedIn }) as const;

it.each<[string, Partial<Facts>]>([
  [
    'The round is open until 17:00 on 29 November 2026. It has 1 of 2 needed sign-offs so far.',
    { state: 'open', closedWhy: null, signedOff: 1 },
  ],
  ['Version 3 was signed off, with 2 of 2 needed sign-offs. No blocking finding stands in its way.', {}],
  [
    'Version 3 was signed off, with 1 of 1 needed sign-off. But one blocking finding stands in the way of publishing it.',
    { quorum: 1, signedOff: 1, findings: [blocking(false, 3, null), blocking(true, 2, 3)] },
  ],
  [
    'Version 3 was signed off, with 2 of 2 needed sign-offs. But 2 blocking findings stand in the way of publishing it.',
    { findings: [blocking(false, 3, null), blocking(true, 3, 4)] },
  ],
  [
    'Version 3 was signed off, with 2 of 2 needed sign-offs. No blocking finding stands in its way. One tester signed it off although they answered no to a line of the checklist.',
    { signedOffDespiteNo: 1 },
  ],
  [
    'The deadline came before the quorum: 1 of 2 needed sign-offs. Version 3 was not signed off. One tester refused to sign it off.',
    { closedWhy: 'deadline', signedOff: 1, refused: 1 },
  ],
  [
    'An officer closed the round before its quorum: 0 of 2 needed sign-offs. Version 3 was not signed off. It was published by override.',
    {
      closedWhy: 'officer',
      signedOff: 0,
      publishedAt: new Date(),
      override: {
        reason: '',
        proposedByName: '',
        proposedAt: new Date(),
        confirmedByName: '',
        confirmedAt: new Date(),
      },
    },
  ],
])('says: %s', (expected, given) => {
  expect(words(given)).toBe(expected);
});
