import { certificateCard, homeView, nextModule } from './home.view';
import type { ModuleRow } from './module-status';

const today = new Date('2026-11-22T14:32:00Z');
const aModule = (slug: string, changes: Partial<ModuleRow> = {}): ModuleRow => ({
  slug,
  title: slug,
  summary: '',
  minutes: 20,
  core: true,
  completion: null,
  success: null,
  score: null,
  progress: null,
  started_at: null,
  recorded_at: null,
  completed_at: null,
  ...changes,
});
const going = (at: string): Partial<ModuleRow> => ({ completion: 'incomplete', success: 'unknown', recorded_at: at });
const done: Partial<ModuleRow> = {
  completion: 'completed',
  recorded_at: '2026-11-01T10:00:00Z',
  completed_at: '2026-11-01T10:00:00Z',
};

describe('what is next', () => {
  it('is the module saved last', () => {
    const modules = [
      aModule('a'),
      aModule('b', going('2026-11-20T10:00:00Z')),
      aModule('c', going('2026-11-21T10:00:00Z')),
    ];
    expect(nextModule(modules)?.slug).toBe('c');
  });

  it('is the first core module when none is begun, and another when the core is done', () => {
    expect(nextModule([aModule('extra', { core: false }), aModule('a')])?.slug).toBe('a');
    expect(nextModule([aModule('a', done), aModule('extra', { core: false })])?.slug).toBe('extra');
  });

  it('is nothing when all is done', () => {
    expect(nextModule([aModule('a', done)])).toBeUndefined();
  });
});

describe('the home page', () => {
  it('counts the core modules', () => {
    const view = homeView(
      { modules: [aModule('a', done), aModule('b'), aModule('x', { core: false })], certificates: [] },
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

describe('a certificate on the home page', () => {
  const row = {
    number: 'NMC-2026-1',
    scheme: 'Core skills',
    edition: '2026 edition',
    issued_at: '2026-11-22T14:32:00Z',
    valid_until: '2028-11-21',
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
    expect(certificateCard({ ...row, valid_until: '2026-11-21' }, today).tag.text).toBe('Expired');
    expect(certificateCard({ ...row, state: 'revoked' }, today).tag.text).toBe('Revoked');
  });
});
