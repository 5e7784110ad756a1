import type { Role } from '@induct/people';
import type { Attention } from './overview.queries';
import { overviewView } from './overview.view';

const quiet: Attention = {
  uploadsRunning: 0,
  uploadsRefused: 0,
  drafts: 0,
  certificatesFailed: 0,
  lettersFailed: 0,
  revocationsProposed: 0,
  completionsToLookAt: 0,
  namesToCorrect: 0,
  awardsWaiting: 0,
  byHandProposed: 0,
  suspensionsProposed: 0,
  changesProposed: 0,
  changedByTwo: 0,
  grantedAlone: 0,
  mandatesProposed: 0,
  marksProposed: 0,
  templatesProposed: 0,
  modulesToReview: 0,
  reviewsDue: 0,
  linksBroken: 0,
  peopleLate: 0,
  waitForAPlace: 0,
  eventsProposed: 0,
  programmesApproved: 0,
  sessionsUnsaid: 0,
  unsaidFrom: null,
  roundsShort: 0,
  eventsUnasked: 0,
  certificatesInForce: 3,
  claimsWaiting: 0,
  schemesProposed: 0,
  editionsProposed: 0,
  accreditationsProposed: 0,
  oldest: {},
  soonest: {},
};
const counts = { completed: 40, retake_due: 0, retake_overdue: 0, in_progress: 30, not_passed: 3, not_started: 8 };
const figures = {
  members: 81,
  modules: [{ slug: 'code', title: 'The code of conduct', core: true, counts }],
  at: new Date('2026-11-22T14:32:00Z'),
};
const groups = [
  { group: 'Green', finished: 20, underWay: 10, notStarted: 10, toStart: { members: 40, least: 1, most: 14 } },
  { group: 'Independent', finished: 2, underWay: 1, notStarted: 1, toStart: { members: 4, least: 2, most: 9 } },
];
const linesOf = ({ todo: { first, next, canWait } }: ReturnType<typeof overviewView>) => [
  ...first,
  ...next.flatMap(({ lines }) => lines),
  ...canWait,
];
const view = (roles: Role[], attention: Partial<Attention> = {}) =>
  overviewView({
    roles,
    attention: { ...quiet, ...attention },
    figures,
    groups,
    now: new Date('2026-11-22T14:32:00Z'),
  });

describe('the overview', () => {
  it('tells an officer the two things to do first, then what presses by its reason, and what can wait', () => {
    const { todo } = view(['officer'], {
      drafts: 2,
      certificatesFailed: 1,
      uploadsRunning: 1,
      revocationsProposed: 1,
      completionsToLookAt: 2,
      namesToCorrect: 1,
      awardsWaiting: 63,
      sessionsUnsaid: 1,
      peopleLate: 4,
      oldest: {
        award: '2026-11-20T10:00:00+00:00',
        name: '2026-11-18T10:00:00+00:00',
        completion: '2026-11-21T10:00:00+00:00',
        session: '2026-11-21T12:00:00+00:00',
        late: '2026-10-23T00:00:00+00:00',
      },
    });
    expect(todo.first.map(({ why, text }) => `${why}. ${text}`)).toEqual([
      'Went wrong. 1 certificate could not be made',
      'Late. 1 session is over, and nobody has said that it took place: nobody is asked how it was',
    ]);
    expect(todo.next.map(({ why, lines }) => [why, ...lines.map(({ text }) => text)])).toEqual([
      [
        'People wait',
        '1 name waits to be corrected',
        '63 awards wait for a certificate',
        '2 completions are hard to believe: no certificate comes of them until an officer has looked',
      ],
      ['A second person is needed', '1 revocation waits for a second officer'],
      ['Members are late', '4 people have something that is overdue'],
    ]);
    expect(todo.canWait.map(({ text }) => text)).toEqual([
      '2 modules have a version that waits to be published',
      '1 upload is being checked',
      '44 members have modules still to start, 1 to 14 each: see which, and ask for what matters by a day',
    ]);
    expect([todo.first[0]?.href, todo.total]).toEqual(['/admin/jobs', 10]);
  });

  it.each([
    ['2026-11-29T10:00:00+00:00', 'Soon', 'in 7 days'],
    ['2026-11-30T10:00:00+00:00', 'People wait', 'in 8 days'],
  ])('puts before what waits for it what has a day within a week: %s', (day, why, when) => {
    const { todo } = view(['officer'], {
      claimsWaiting: 1,
      waitForAPlace: 2,
      roundsShort: 1,
      oldest: { claim: '2026-11-05T10:00:00+00:00' },
      soonest: { place: day, round: day },
    });
    const place = todo.first.concat(todo.next.flatMap((one) => one.lines.map((line) => ({ ...line, why: one.why }))));
    const near = place.find(({ text }) => text === '2 people wait for a place at a session to come')!;
    expect([near.why, near.since]).toEqual([why, `The next session with a waiting list is ${when}.`]);
    const round = linesOf({ todo } as ReturnType<typeof view>).find(({ text }) => text.startsWith('1 test round'))!;
    expect(round).toMatchObject({
      text: '1 test round has fewer sign-offs than it needs',
      urgency: why === 'Soon' ? 'soon' : 'time',
      since: `The next deadline: ${when}.`,
    });
  });

  it('says of everything that waits how long the oldest of it has waited', () => {
    const lines = linesOf(
      view(['officer'], {
        claimsWaiting: 3,
        schemesProposed: 1,
        editionsProposed: 1,
        accreditationsProposed: 2,
        mandatesProposed: 1,
        peopleLate: 4,
        waitForAPlace: 2,
        oldest: {
          claim: '2026-11-05T10:00:00+00:00',
          scheme: '2026-11-21T10:00:00+00:00',
          register_edition: '2026-11-22T09:32:00+00:00',
          statutory_accreditation: '2026-11-02T10:00:00+00:00',
          mandate: '2026-11-15T10:00:00+00:00',
          late: '2026-10-23T00:00:00+00:00',
          letter: null,
        },
      }),
    );
    expect(lines.map(({ text, since = '', href }) => `${text}. ${since} ${href}`).slice(0, 7)).toEqual([
      '3 claims wait for an officer’s decision. The oldest came 17 days ago. /admin/claims',
      '2 people wait for a place at a session to come.  /admin/programme?state=confirmed',
      '2 accreditations by the authority wait for a second officer. The oldest came 20 days ago. /admin/register',
      '1 mandate waits for a second person. It came 7 days ago. /admin/mandates',
      '1 scheme waits for a second officer to adopt it. It came yesterday. /admin/schemes',
      'What the register is to be waits for a second officer. It came 5 hours ago. /admin/register',
      '4 people have something that is overdue. The oldest was due 30 days ago. /admin/mandates/overdue',
    ]);
    expect(linesOf(view(['administrator'], { waitForAPlace: 2 }))).toEqual([]);
  });

  it('tells an officer what of the programme waits', () => {
    const lines = linesOf(
      view(['officer'], {
        eventsProposed: 2,
        programmesApproved: 1,
        sessionsUnsaid: 1,
        unsaidFrom: '2026-11-17',
        oldest: {
          proposal: '2026-11-05T10:00:00+00:00',
          programme: '2026-11-20T10:00:00+00:00',
          session: '2026-11-17T12:00:00+00:00',
        },
      }),
    );
    expect(lines.map(({ text, since, href }) => `${text}. ${since} ${href}`).slice(0, 3)).toEqual([
      '1 session is over, and nobody has said that it took place: nobody is asked how it was. It ended 5 days ago. /admin/programme?from=2026-11&state=confirmed&look=yes',
      '2 proposals for the programme wait for an answer. The oldest came 17 days ago. /admin/proposals?state=new',
      '1 version of the programme is approved, and not published yet. It was approved 2 days ago. /admin/versions',
    ]);
  });

  it('shows an officer every figure', () => {
    const { modules, groups: table, withheld, key } = view(['officer']);
    expect(modules.bars[0]?.cells).toEqual(['40', '30', '3', '8']);
    expect(table.bars[1]?.cells).toEqual(['2', '1', '1']);
    expect(withheld).toBeUndefined();
    expect(key.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '81 members',
      '1 published module',
      '22 finished all core modules (27%)',
      '3 certificates in force',
    ]);
  });

  it.each([['auditor'], ['administrator']] as [Role][])('withholds figures below 5 from an %s', (role) => {
    const { modules, groups: table, withheld, key } = view([role]);
    expect(modules.bars[0]?.cells).toEqual(['40', '30', 'withheld', 'withheld']);
    expect(modules.bars[0]?.pieces).toEqual([]);
    expect([table.bars.length, table.total, table.rest]).toEqual([1, 2, ['Independent']]);
    // With it and the total of all, above it, the other group’s would be known.
    expect(table.bars[0]?.cells).toEqual(['withheld', 'withheld', '10']);
    expect(withheld).toMatch(/below 5/);
    expect(key.at(-1)?.number).toBe('fewer than 5');
    expect(modules.bars[0]?.href).toBeUndefined();
  });

  it('names the modules whose rows would say nothing: nobody has begun them, or all of it is withheld', () => {
    const unbegun = { ...counts, completed: 0, in_progress: 0, not_passed: 0, not_started: 81 };
    const few = { ...unbegun, completed: 2, not_started: 79 };
    const some = [
      ...figures.modules,
      { slug: 'chair', title: 'Chairing', core: false, counts: unbegun },
      { slug: 'pension', title: 'The pension fund', core: false, counts: few },
    ];
    const modulesFor = (role: Role) =>
      overviewView({
        roles: [role],
        attention: quiet,
        figures: { ...figures, modules: some },
        groups,
        now: new Date('2026-11-22T14:32:00Z'),
      }).modules;
    const officer = modulesFor('officer');
    expect(officer.bars.map(({ label }) => label)).toEqual(['The code of conduct', 'The pension fund']);
    expect(officer.rest).toEqual({
      heading: 'Nobody has begun',
      of: [{ title: 'Chairing', href: '/admin/progress?module=chair' }],
    });
    const auditor = modulesFor('auditor');
    expect(auditor.bars.map(({ label }) => label)).toEqual(['The code of conduct']);
    expect(auditor.rest.of.map(({ title, href }) => [title, href])).toEqual([
      ['Chairing', undefined],
      ['The pension fund', undefined],
    ]);
    expect([officer.total, auditor.total]).toEqual([3, 3]);
    expect(auditor.heads.map(({ text }) => text)).toEqual([
      'Completed',
      'In progress',
      'Not passed yet',
      'Not started',
    ]);
  });

  it.each(['officer', 'administrator'] as const)('tells an %s of templates that wait, and since when', (role) => {
    const waits = { templatesProposed: 2, oldest: { template: '2026-11-05T10:00:00+00:00' } };
    expect(linesOf(view([role], waits))).toContainEqual(
      expect.objectContaining({
        text: '2 certificate templates wait for an administrator who did not write them',
        since: 'The oldest came 17 days ago.',
        href: '/admin/templates',
      }),
    );
  });

  it('tells an administrator of failed jobs and of nothing that is the officers’ work', () => {
    const lines = linesOf(view(['administrator'], { drafts: 2, lettersFailed: 1 }));
    expect(lines.map(({ text }) => text)).toEqual(['1 letter could not be sent']);
  });
});
