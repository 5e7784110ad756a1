import type { GateAnswer } from '@induct/steering';
import type { VersionPage } from './version.queries';
import { versionView } from './version.view';

const version: VersionPage = {
  id: 'v2',
  number: 2,
  state: 'draft',
  standard: 'scorm_12',
  edition: '1.2',
  title: 'Golf',
  files: 12,
  bytes: 5_200_000,
  sha256: 'ab',
  uploadedAt: new Date('2026-11-20T09:00:00Z'),
  uploadedBy: 'Olive Officer',
  uploadId: 'u',
  findings: [],
  changedPages: 0,
  publishedAt: null,
  publishedBy: null,
  course: {
    id: 'c',
    slug: 'golf',
    title: 'Golf',
    summary: '',
    minutes: null,
    core: false,
    published: 1,
    publishedVersionId: 'v1',
  },
  publications: [],
  others: [{ id: 'v1', number: 1 }],
  round: null,
  overridden: null,
  outside: [],
  hosts: [],
  canGo: false,
};
const closed: GateAnswer = {
  open: false,
  refusals: [{ code: 'no_round', words: 'Nobody has tested this version.', href: '/r' }],
};
const waiting: GateAnswer = {
  ...closed,
  override: { id: 'o', proposedBy: 'adam', reason: 'The law changed.', proposedAt: new Date('2026-11-21T09:00:00Z') },
};
const round: NonNullable<VersionPage['round']> = {
  id: 'r',
  number: 3,
  state: 'open',
  quorum: 2,
  deadline: '2026-12-06T17:00:00Z',
  closedAt: null,
  closedWhy: null,
  testers: 3,
  signedOff: 1,
  refused: 0,
  findings: 4,
  noes: [],
};
const view = (
  given: Partial<VersionPage> = {},
  gate: GateAnswer = closed,
  roles: ('officer' | 'administrator')[] = ['officer'],
  id = 'olive',
) =>
  versionView({
    version: { ...version, ...given },
    gate,
    comparison: undefined,
    reader: { id, roles },
    done: undefined,
  });

describe('where a version stands', () => {
  it('is said in words for each state', () => {
    expect(view().says).toBe('It has not been tested. Only officers and testers see it. Members see version 1.');
    expect(view({ state: 'in_testing', round }).says).toBe('Testers are looking at it. Members see version 1.');
    expect(view({ state: 'approved' }).says).toContain('ready to be published');
    expect(view({ state: 'published' }).says).toBe('This is the version that members see.');
    expect(view({ state: 'retired' }).says).toContain('Who is half-way on it finishes it there.');
  });

  it('tells of the round with its numbers', () => {
    expect(view({ state: 'in_testing', round }).round).toMatchObject({
      when: 'Open until 17:00 on 6 December 2026.',
      counts: '1 of the 2 sign-offs that are needed, 0 refused, 3 testers, 4 findings.',
    });
    const over = { ...round, state: 'closed', closedAt: '2026-12-06T17:00:03Z', closedWhy: 'deadline' } as const;
    expect(view({ round: over }).round?.when).toBe('It reached its deadline at 17:00 on 6 December 2026.');
  });
});

describe('what can be done with a version', () => {
  it('an officer opens a round while none is open, and publishes when the gate is open', () => {
    expect(view().may).toMatchObject({ preview: true, publish: false, openRound: true, propose: false });
    expect(view({ round }).may.openRound).toBe(false);
    expect(view({ state: 'approved' }, { open: true, refusals: [] }).may.publish).toBe(true);
    expect(view({ state: 'published' }).may.openRound).toBe(false);
  });

  it('an administrator proposes an override, and another person who is officer confirms it', () => {
    expect(view({}, closed, ['administrator']).may).toMatchObject({ preview: false, openRound: false, propose: true });
    expect(view({}, waiting, ['administrator'], 'adam').may).toMatchObject({ propose: false, withdraw: true });
    expect(view({}, waiting, ['officer'], 'olive').may.confirm).toBe(true);
    expect(view({}, waiting, ['officer', 'administrator'], 'adam').may.confirm).toBe(false);
  });

  it('a version that was published by override can be tested after all', () => {
    const publication = { number: 1, ground: 'override', policy: 'nothing', changeNote: '', retakeBy: null } as const;
    const publications = [{ ...publication, halfWay: 'finish_old', at: '2026-11-21T09:00:00Z', by: null } as const];
    expect(view({ state: 'published', publications }).may.openRound).toBe(true);
  });
});
