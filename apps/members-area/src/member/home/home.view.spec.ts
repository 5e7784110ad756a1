import { aModuleRow } from '../learning/module-row.given';
import { certificateCard, homeView, nextModule } from './home.view';
import type { ModuleRow } from '../learning/module-row';

const today = new Date('2026-11-22T14:32:00Z');
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
  it('counts the core modules', () => {
    const view = homeView(
      { modules: [aModuleRow('a', done), aModuleRow('b'), aModuleRow('x', { core: false })], certificates: [] },
      today,
    );
    expect(view.core).toEqual({ done: 1, total: 2, all: false });
    expect(view.due.map(({ slug }) => slug)).toEqual(['b']);
    expect(view.others.cards.map(({ slug }) => slug)).toEqual(['x']);
  });

  it('knows when there is nothing to learn yet', () => {
    expect(homeView({ modules: [], certificates: [] }, today)).toMatchObject({ nothing: true, core: { all: false } });
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
    const view = homeView({ modules, certificates: [] }, today);
    expect(view.retakes.map(({ slug }) => slug)).toEqual(['b', 'a']);
    expect(view.core).toEqual({ done: 1, total: 1, all: true });
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
      today,
    );
    expect(view.toRead.map(({ slug }) => slug)).toEqual(['a']);
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
