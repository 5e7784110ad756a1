import type { OverrideRow, RoundRow, Waiting } from '@induct/steering';
import { homeView } from './home.view';

const now = new Date('2026-11-22T14:32:00Z');
const about = { courseId: 'c', courseSlug: 'golf', courseTitle: 'Golf', versionId: 'v', versionNumber: 2 };
const round = (more: Partial<RoundRow> = {}): RoundRow => ({
  ...about,
  id: 'r1',
  number: 3,
  state: 'open',
  quorum: 3,
  deadline: new Date('2026-11-30T17:00:00Z'),
  openedAt: now,
  closedAt: null,
  closedWhy: null,
  testers: 5,
  signedOff: 1,
  refused: 0,
  notStarted: ['Ann Baker', 'Ben Cole'],
  findings: 4,
  blocking: 0,
  ...more,
});
const waiting = (more: Partial<Waiting> = {}): Waiting => ({
  kind: 'preview',
  courseTitle: 'Golf',
  courseSlug: 'golf',
  versionNumber: 2,
  id: 'r1',
  number: 3,
  text: '',
  due: null,
  total: 1,
  ...more,
});
const view = (given: Partial<Parameters<typeof homeView>[0]> = {}) =>
  homeView({
    seesAll: true,
    officer: true,
    works: true,
    waiting: [],
    overrides: [],
    open: { rounds: [], total: 0 },
    closed: { rounds: [], total: 0 },
    ready: [],
    months: [],
    overdue: [],
    pages: { open: 1, page: 1 },
    now,
    ...given,
  });

describe('the steering group’s home', () => {
  it('says how far an open round is, and who has not started', () => {
    const [card] = view({ open: { rounds: [round({ blocking: 2, refused: 1 })], total: 1 } }).open;
    expect(card).toMatchObject({
      version: 'Version 2, round 3',
      deadline: 'Closes at 17:00 on 30 November 2026, in 8 days',
      near: false,
      signedOff: { says: '1 of 3 sign-offs needed' },
      previewed: { says: '3 of 5 testers have previewed it', share: 0.6 },
      refused: '1 refused to sign off',
      findings: '4 findings, 2 blocking not settled',
      notStarted: 'Not started: Ann Baker, Ben Cole',
    });
  });

  it('names six who have not started, and counts the others', () => {
    const given = { open: { rounds: [round({ notStarted: 'abcdefgh'.split('') })], total: 1 } };
    expect(view(given).open[0]?.notStarted).toBe('Not started: a, b, c, d, e, f and 2 others');
    expect(view({ ...given, works: false }).open[0]?.notStarted).toBe('');
  });

  it.each([
    ['deadline', 'Golf, version 2: the round closes tomorrow and lacks 3 sign-offs', '/testing/rounds/r1'],
    ['override', 'Confirm or decline the override for Golf, version 2: Text', '/admin/modules/golf/versions/2'],
    ['confirm', 'Is finding 3 on Golf settled? Text', '/testing/findings/r1'],
    ['preview', 'Preview Golf, version 2', '/testing/rounds/r1'],
    ['sign_off', 'Sign off or refuse Golf, version 2', '/testing/rounds/r1/sign-off'],
    ['assigned', 'You look after finding 3 on Golf: Text', '/testing/findings/r1'],
    ['unanswered', '3 findings on Golf have no answer yet', '/testing/rounds/r1?state=open#findings'],
  ] as const)('says what waits: %s', (kind, text, href) => {
    const due = kind === 'deadline' ? new Date('2026-11-23T17:00:00Z') : null;
    expect(view({ waiting: [waiting({ kind, text: 'Text', due })] }).waiting).toEqual([
      expect.objectContaining({ text, href, due: '' }),
    ]);
  });

  it('shows when something is due, and that it presses', () => {
    const soon = waiting({ due: new Date('2026-11-23T17:00:00Z') });
    const later = waiting({ due: new Date('2026-11-30T17:00:00Z') });
    expect(view({ waiting: [soon, later] }).waiting).toEqual([
      expect.objectContaining({ kind: 'warning', due: 'By 17:00 on 23 November 2026, tomorrow' }),
      expect.objectContaining({ kind: 'going', due: 'By 17:00 on 30 November 2026, in 8 days' }),
    ]);
  });

  it('says how many more wait than are listed', () => {
    const preview = waiting({ total: 12 });
    const lines = view({ waiting: [preview, preview, waiting({ kind: 'confirm' })] }).waiting;
    expect(lines).toHaveLength(4);
    expect(lines[2]).toEqual({ more: 'and 10 more' });
  });

  it('leads officers to where a version is published, and others to its round', () => {
    const ready = [{ ...about, roundId: 'r1', roundNumber: 3, closedAt: now }];
    expect(view({ ready }).ready[0]?.href).toBe('/admin/modules/golf/versions/2/publish');
    expect(view({ ready, officer: false }).ready[0]?.href).toBe('/testing/rounds/r1');
  });

  it('keeps an override in view', () => {
    const override = {
      ...about,
      id: 'o',
      proposedBy: 'a',
      proposedByName: 'Priya Nand',
      reason: 'The law changed.',
      proposedAt: now,
      confirmedBy: 'b',
      confirmedByName: 'Ruth Calloway',
      confirmedAt: now,
    } satisfies OverrideRow;
    const [shown] = view({ overrides: [override] }).overrides;
    expect(shown?.title).toBe('Golf, version 2, was published without the steering group’s sign-off');
    expect(shown?.who).toBe(
      'Priya Nand asked for it on 22 November 2026, and Ruth Calloway confirmed it on 22 November 2026.',
    );
  });

  it('keeps the page of one list while the other is turned', () => {
    const { closed } = view({
      open: { rounds: [], total: 35 },
      closed: { rounds: [], total: 35 },
      pages: { open: 2, page: 1 },
    });
    expect(closed.pagination?.next?.href).toBe('/testing?open=2&page=2');
  });
});
