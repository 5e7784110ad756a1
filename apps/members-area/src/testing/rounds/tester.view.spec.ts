import type { TesterRow } from '@induct/steering';
import { testerView, whatIsMissing } from './tester.view';
import { listOfTesters } from './testers.view';

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
  tried: false,
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
const began = { startedAt: at, previewSeconds: 1500, partsOpened: 2 };
const shown = (row: TesterRow) => testerView(row, checklist, 3, new Date('2026-11-22T14:32:00Z'));

describe('a tester of a round', () => {
  it.each([
    [tester(), 'Not started', 'Not started'],
    [
      tester({ startedAt: at, previewSeconds: 5 }),
      'Testing',
      '20 November 2026, less than a minute, 0 of 3 parts opened',
    ],
    [tester(began), 'Testing', '20 November 2026, 25 minutes, 2 of 3 parts opened'],
    [
      tester({ ...began, couldNotFinishAt: at, couldNotFinishWhy: 'It froze' }),
      'Could not finish',
      '20 November 2026, 25 minutes, 2 of 3 parts opened',
    ],
    [
      tester({ ...began, decision: 'signed_off', decidedAt: at }),
      'Signed off',
      '20 November 2026, 25 minutes, 2 of 3 parts opened',
    ],
    [
      tester({ ...began, decision: 'refused', decidedAt: at }),
      'Refused',
      '20 November 2026, 25 minutes, 2 of 3 parts opened',
    ],
  ])('%# is shown with what they did', (row, tag, previewed) => {
    expect(shown(row)).toMatchObject({ tag: { text: tag }, previewed, noes: [] });
  });

  it('is shown with what is to be known about their word', () => {
    expect(shown(tester({})).standing).toEqual([]);
    expect(shown(tester({ confirmsFrom: null })).standing).toEqual(['No longer a tester: cannot sign off']);
    const fresh = { confirmsFrom: new Date('2026-11-23T09:05:00Z'), grantedAlone: true };
    expect(shown(tester(fresh)).standing).toEqual([
      'Cannot sign off until 09:05 on 23 November 2026',
      'Made a tester by one person alone',
    ]);
  });

  it('is shown with their reason', () => {
    const seen = (more: Partial<TesterRow>) => shown(tester(more));
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
    expect(shown(tester({ decision: 'signed_off', checklist: answers })).noes).toEqual([
      { text: 'It works on a tablet', note: 'The menu is cut off' },
    ]);
  });
});

describe('the testers of a round', () => {
  it('are a list: what each wrote stands below what they decided', () => {
    const answers = { tablet: { answer: 'no' as const, note: 'The menu is cut off' } };
    const row = tester({
      ...began,
      confirmsFrom: null,
      decision: 'refused',
      reason: 'Out of date',
      checklist: answers,
    });
    const { rows, says, heading } = listOfTesters([shown(row)]);
    expect([says, heading]).toEqual([undefined, false]);
    expect(rows[0]).toMatchObject([
      { text: 'Ann Baker', notes: [{ text: 'Invited on 20 November 2026' }, { lead: 'No longer a tester' }] },
      {
        tag: { text: 'Refused' },
        notes: [{ text: 'Out of date' }, { lead: 'No:', text: 'It works on a tablet. The menu is cut off' }],
      },
      { head: 'Previewed' },
      { text: '0' },
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
