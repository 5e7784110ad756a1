import type { DueItem } from '@induct/accreditation';
import { metElsewhere } from '../learning/met-elsewhere';
import { aModuleRow, anAsked } from '../learning/module-row.given';
import { certificateCard, homeView } from './home.view';
import { nextModule } from './what-to-do';
import type { ModuleRow } from '../learning/module-row';

const today = new Date('2026-11-22T14:32:00Z');
const nothingAsked = { due: [], asked: [] };
const going = (at: string): Partial<ModuleRow> => ({ completion: 'incomplete', success: 'unknown', recordedAt: at });
const done: Partial<ModuleRow> = {
  completion: 'completed',
  recordedAt: '2026-11-01T10:00:00Z',
  completedAt: '2026-11-01T10:00:00Z',
};

describe('what is next', () => {
  it('is the module saved last', () => {
    const modules = [
      aModuleRow('a'),
      aModuleRow('b', going('2026-11-20T10:00:00Z')),
      aModuleRow('c', going('2026-11-21T10:00:00Z')),
    ];
    expect(nextModule(modules, today)?.slug).toBe('c');
  });

  it('is the first core module when none is begun, and another when the core is done', () => {
    expect(nextModule([aModuleRow('extra', { core: false }), aModuleRow('a')], today)?.slug).toBe('a');
    expect(nextModule([aModuleRow('a', done), aModuleRow('extra', { core: false })], today)?.slug).toBe('extra');
  });

  it('is nothing when all is done', () => {
    expect(nextModule([aModuleRow('a', done)], today)).toBeUndefined();
  });
});

describe('the home page', () => {
  const by = { by: 'module', on: '2026-11-01', until: null } as const;
  const home = (modules: ReturnType<typeof aModuleRow>[], asked: ReturnType<typeof anAsked>[]) =>
    homeView({ modules, certificates: [] }, { due: [], asked }, today);

  it('counts the core skills', () => {
    const modules = [aModuleRow('a', done), aModuleRow('b'), aModuleRow('x', { core: false })];
    const view = home(modules, [anAsked('a', { met: by }), anAsked('b'), anAsked('x', { isCore: false })]);
    expect(view.core).toEqual({ met: 1, total: 2, waiting: 0, isDone: false });
    expect(view.due.map(({ slug }) => slug)).toEqual(['b']);
    expect(view.others.cards.map(({ slug }) => slug)).toEqual(['x']);
  });

  it('never counts a module as met that is only completed, and says what is to be done', () => {
    const waits = home([aModuleRow('a', { ...done, doubt: 'waiting' })], [anAsked('a')]);
    expect(waits).toMatchObject({ core: { met: 0, total: 1, waiting: 1, isDone: true }, next: undefined, due: [] });
    const withdrawn = home([aModuleRow('a', done)], [anAsked('a')]);
    expect(withdrawn.core).toEqual({ met: 0, total: 1, waiting: 0, isDone: false });
    expect(withdrawn.next).toMatchObject({ slug: 'a', status: { action: 'Take it again' } });
    expect(withdrawn.due[0]!.status.words).toContain('It counts no more for what is asked of you.');
    expect(withdrawn.completed.cards).toEqual([]);
  });

  it('asks nobody for a module of what they have met in another way', () => {
    const modules = ['a', 'b', 'c'].map((slug) => aModuleRow(slug));
    const recording = { by: 'recording', on: '2026-11-01', until: null } as const;
    const asked = [
      anAsked('a', { met: recording }),
      anAsked('b'),
      // One module for two things, of which one is still to be met; and one that nobody asks for.
      anAsked('b', { met: recording, isCore: false }),
      anAsked('c', { met: recording, isAsked: false, isCore: false }),
    ];
    expect([...metElsewhere(modules, asked)]).toEqual(['a']);
    const view = home(modules, asked);
    expect(view).toMatchObject({ core: { met: 1, total: 2, isDone: false }, next: { slug: 'b' } });
    expect([view.due, view.others.cards].map((cards) => cards.map(({ slug }) => slug))).toEqual([['b', 'c'], ['a']]);
    const all = home(
      modules,
      ['a', 'b', 'c'].map((slug) => anAsked(slug, { met: recording })),
    );
    expect(all).toMatchObject({ core: { isDone: true }, due: [] });
    expect(metElsewhere([aModuleRow('a', done)], asked).size).toBe(0);
  });

  it('knows when there is nothing to learn yet', () => {
    expect(homeView({ modules: [], certificates: [] }, nothingAsked, today)).toMatchObject({
      nothing: true,
      core: { isDone: false },
    });
  });
});

const renewed = { renewedAt: '2026-11-20T09:00:00Z', going: null };
const again = (dueOn: string, changes: Partial<ModuleRow> = {}): Partial<ModuleRow> => ({
  ...done,
  retake: { ...renewed, dueOn },
  ...changes,
});

describe('modules that were renewed', () => {
  it('come with the day to take them again by, the earliest first, and still count as done', () => {
    const modules = [aModuleRow('a', again('2027-06-01')), aModuleRow('b', again('2027-03-01', { core: false }))];
    const asked = [anAsked('a', { met: { by: 'module', on: '2026-11-01', until: null } })];
    const view = homeView({ modules, certificates: [] }, { due: [], asked }, today);
    expect(view.retakes.map(({ slug }) => slug)).toEqual(['b', 'a']);
    expect(view.core).toEqual({ met: 1, total: 1, waiting: 0, isDone: true });
    expect([view.due, view.others.cards, view.completed.cards]).toEqual([[], [], []]);
  });

  it('are next before what is not started, and after what somebody is in the middle of', () => {
    const retake = aModuleRow('b', again('2027-03-01'));
    expect(nextModule([aModuleRow('a'), retake], today)?.slug).toBe('b');
    expect(nextModule([retake, aModuleRow('c', going('2026-11-21T10:00:00Z'))], today)?.slug).toBe('c');
  });

  it('are listed with what there is to read of them', () => {
    const view = homeView(
      { modules: [aModuleRow('a', { ...done, notes: 1 }), aModuleRow('b', done)], certificates: [] },
      nothingAsked,
      today,
    );
    expect(view.toRead.map(({ slug }) => slug)).toEqual(['a']);
  });
});

const asked = (title: string, dueOn: string, modules: string[]): DueItem => ({
  id: title,
  since: '2026-05-08',
  title,
  source: '',
  requirementId: null,
  schemeId: 's',
  beforeSitting: false,
  againOn: null,
  anew: false,
  needs: modules,
  missing: { n: modules.length, of: modules.map((need) => ({ need })) },
  modules,
  minutes: 20,
  dueOn,
});

describe('what is asked by a day', () => {
  const modules = [aModuleRow('a'), aModuleRow('b'), aModuleRow('c'), aModuleRow('x', { core: false })];
  const due = [asked('Induction', '2026-11-30', ['b', 'a']), asked('For the group', '2027-01-13', ['a', 'x'])];

  it('comes first, with each module under the earliest day and nowhere else', () => {
    const view = homeView({ modules, certificates: [] }, { due, asked: [] }, today);
    expect(view.asked.map(({ title, modules: cards, above }) => [title, cards.map(({ slug }) => slug), above])).toEqual(
      [
        ['Induction', ['a', 'b'], []],
        ['For the group', ['x'], ['a']],
      ],
    );
    expect([view.due, view.others.cards, view.completed.cards].map((cards) => cards.map(({ slug }) => slug))).toEqual([
      ['c'],
      [],
      [],
    ]);
  });

  it('is next, the earliest day first, whether it is to be completed or taken again', () => {
    expect(nextModule(modules, today, due)?.slug).toBe('a');
    expect(nextModule(modules, today, [asked('For the panel', '2026-12-19', ['x'])])?.slug).toBe('x');
    const retake = aModuleRow('r', again('2026-11-25'));
    expect(nextModule([...modules, retake], today, due)?.slug).toBe('r');
    expect(nextModule([...modules, aModuleRow('c', going('2026-11-21T10:00:00Z'))], today, due)?.slug).toBe('c');
  });
});

describe('the first thing on the page', () => {
  const modules = [aModuleRow('a'), aModuleRow('b'), aModuleRow('x', { core: false })];
  const first = (rows: ReturnType<typeof aModuleRow>[], due: DueItem[]) =>
    homeView({ modules: rows, certificates: [] }, { due, asked: [] }, today);

  it('says what is due first, by when and how long all of it takes, beside the module to go on with', () => {
    const { next, pressing } = first(modules, [asked('Induction', '2026-11-30', ['a', 'b'])]);
    expect(next).toMatchObject({ slug: 'a', left: '' });
    expect(pressing).toMatchObject({ title: 'Induction', takes: 'about 20 minutes', isThat: false, isFirst: false });
    expect(pressing!.when).toBe('To complete by 30 November 2026, in 8 days.');
  });

  it('says how long it still takes, of what is begun', () => {
    const begun = aModuleRow('b', { ...going('2026-11-21T10:00:00Z'), progress: 0.5 });
    expect(first([aModuleRow('a'), begun], []).next).toMatchObject({ slug: 'b', left: 'about 10 minutes' });
  });

  it('does not say again what the module alone is asked for', () => {
    expect(first(modules, [asked('For the panel', '2026-12-19', ['x'])]).pressing).toMatchObject({ isThat: true });
  });

  it('is what no module meets, when nothing else is to be done before it', () => {
    const event = [{ ...asked('A day for all', '2026-12-15', []), needs: ['r'] }];
    const all = modules.map((row) => ({ ...row, ...done }));
    expect(first(all, event)).toMatchObject({ next: undefined, pressing: { isFirst: true } });
    expect(first([...all, aModuleRow('y', { core: false })], event).pressing).toMatchObject({ isFirst: true });
    expect(first(modules, event).pressing).toMatchObject({ isFirst: false, title: 'A day for all' });
  });

  it('leaves out what is met and waits for its certificate', () => {
    const met = { ...asked('Met', '2026-11-25', []), needs: [] };
    const open = { ...asked('Open', '2026-12-15', []), needs: ['r'] };
    expect(first(modules, [met, open]).pressing).toMatchObject({ title: 'Open' });
  });
});

describe('a certificate on the home page', () => {
  const row = {
    number: 'NMC-2026-1',
    scheme: 'Core skills',
    edition: '2026 edition',
    issuedAt: '2026-11-22T14:32:00Z',
    validUntil: '2028-11-21',
    state: 'issued' as const,
    rendered: true,
  };

  it('says until when it is valid', () => {
    expect(certificateCard(row, today)).toMatchObject({
      tag: { text: 'Valid', kind: 'done' },
      words: 'Issued on 22 November 2026. Valid until 21 November 2028.',
    });
  });

  it('says that it has expired, or was revoked', () => {
    const expired = certificateCard({ ...row, validUntil: '2026-11-21' }, today);
    expect(expired).toMatchObject({ tag: { text: 'Expired' }, download: true });
    expect(expired.words).toBe('Issued on 22 November 2026. It was valid until 21 November 2026.');
    const revoked = certificateCard({ ...row, state: 'revoked' }, today);
    expect(revoked).toMatchObject({ tag: { text: 'Revoked' }, download: false, preparing: false });
    expect(revoked.words).toMatch(/^Issued on 22 November 2026. It is no longer in force/);
  });

  it('expires at midnight in London, which is not midnight UTC in summer', () => {
    const until = { ...row, validUntil: '2026-06-30' };
    expect(certificateCard(until, new Date('2026-06-30T22:59:00Z')).tag.text).toBe('Valid');
    expect(certificateCard(until, new Date('2026-06-30T23:01:00Z')).tag.text).toBe('Expired');
  });
});
