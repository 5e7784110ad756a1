import type { TesterRow } from '@induct/steering';
import { testerView, whatIsMissing } from './tester.view';

const at = new Date('2026-11-20T09:00:00Z');
const tester = (more: Partial<TesterRow> = {}): TesterRow => ({
  personId: 'a',
  name: 'Ann Baker',
  invitedAt: at,
  nudgedAt: null,
  couldNotFinishAt: null,
  couldNotFinishWhy: null,
  startedAt: null,
  previewSeconds: 0,
  partsOpened: 0,
  confirmsFrom: new Date('2025-05-01T09:00:00Z'),
  grantedAlone: false,
  decision: null,
  reason: '',
  checklist: null,
  decidedAt: null,
  findings: 0,
  ...more,
});
const checklist = [
  { id: 'tablet', text: 'It works on a tablet' },
  { id: 'fair', text: 'The questions are fair' },
];
const began = { startedAt: at, previewSeconds: 1500 };

describe('a tester of a round', () => {
  it.each([
    [tester(), 'Not started', 'Not started'],
    [tester({ startedAt: at, previewSeconds: 5 }), 'Testing', '20 November 2026, less than a minute'],
    [tester(began), 'Testing', '20 November 2026, 25 minutes'],
    [
      tester({ ...began, couldNotFinishAt: at, couldNotFinishWhy: 'It froze' }),
      'Could not finish',
      '20 November 2026, 25 minutes',
    ],
    [tester({ ...began, decision: 'signed_off', decidedAt: at }), 'Signed off', '20 November 2026, 25 minutes'],
    [tester({ ...began, decision: 'refused', decidedAt: at }), 'Refused', '20 November 2026, 25 minutes'],
  ])('%# is shown with what they did', (row, tag, previewed) => {
    expect(testerView(row, checklist)).toMatchObject({ tag: { text: tag }, previewed, noes: [] });
  });

  it('is shown with their reason', () => {
    const seen = (more: Partial<TesterRow>) => testerView(tester(more), checklist);
    expect(seen({ decision: 'refused', reason: 'Part 3 is out of date' }).reason).toBe('Part 3 is out of date');
    const broken = { couldNotFinishAt: at, couldNotFinishWhy: 'It froze' };
    expect(seen({ decision: 'signed_off', reason: '', ...broken }).reason).toBe('It froze');
    expect(seen({ nudgedAt: at }).told).toBe('Invited on 20 November 2026, reminded on 20 November 2026');
  });

  it('is shown with what they answered no to', () => {
    const answers = {
      tablet: { answer: 'no' as const, note: 'The menu is cut off' },
      fair: { answer: 'yes' as const },
    };
    expect(testerView(tester({ decision: 'signed_off', checklist: answers }), checklist).noes).toEqual([
      { text: 'It works on a tablet', note: 'The menu is cut off' },
    ]);
  });
});

describe('what a round lacks', () => {
  const round = { quorum: 3, signedOff: 1, blocking: 0 };

  it('is said in sentences', () => {
    const testersList = [tester({ decision: 'signed_off' }), tester({ name: 'Ben' }), tester({ name: 'Cleo' })];
    expect(whatIsMissing({ ...round, testersList })).toEqual([
      '2 more sign-offs are needed.',
      'Not decided yet: Ben, Cleo.',
    ]);
    expect(whatIsMissing({ ...round, blocking: 1, signedOff: 3, testersList })).toEqual([
      '1 blocking finding is not settled. The version cannot be published before it is.',
    ]);
    expect(whatIsMissing({ ...round, signedOff: 3, testersList })).toEqual([]);
  });

  it('says when those who are left do not suffice', () => {
    const testersList = [tester({ decision: 'signed_off' }), tester({ decision: 'refused' }), tester({ name: 'Cleo' })];
    expect(whatIsMissing({ ...round, testersList }).at(-1)).toMatch(/another tester is needed/);
  });
});
