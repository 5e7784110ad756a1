import { aModuleRow, anAsked } from '../learning/module-row.given';
import type { ModuleRow } from '../learning/module-row';
import { finishedView } from './finished.view';

const now = new Date('2026-11-23T09:00:00Z');
const at = '2026-11-22T14:32:00Z';
const heading = (changes: Partial<ModuleRow>) => {
  const module = aModuleRow('a', changes);
  return finishedView({ module, modules: [module], certificate: null }, { asked: [], due: [] }, now).heading;
};

describe('the page at the end of a module', () => {
  it('never lets anybody think that a module is completed when it is not', () => {
    expect(heading({ completion: 'incomplete', recordedAt: at })).toBe('Saved. You have not finished yet');
    expect(heading({ completion: 'completed', success: 'failed', recordedAt: at })).toBe('You have not passed yet');
    expect(heading({ completion: 'completed', recordedAt: at, completedAt: at })).toBe(
      'You have completed this module',
    );
    expect(heading({})).toBe('You have not started this module');
  });

  it.each(['not_attempted', null] as const)('never says saved above “nothing to save yet” (%s)', (completion) => {
    const module = aModuleRow('a', { completion, recordedAt: at });
    const { heading: said, status } = finishedView(
      { module, modules: [module], certificate: null },
      { asked: [], due: [] },
      now,
    );
    expect([status.words.includes('Nothing to save yet'), said]).toEqual([
      true,
      'You have opened this module, and no more yet',
    ]);
  });

  it('does not take an unfinished retake for a completed module', () => {
    const completed = { completion: 'completed' as const, recordedAt: at, completedAt: at };
    const retake = { dueOn: '2027-03-01', renewedAt: at, going: null };
    const going = { success: 'unknown' as const, score: null, progress: null, recordedAt: at };
    expect(heading({ ...completed, retake })).toBe('You have not started the retake');
    expect(heading({ ...completed, retake: { ...retake, going } })).toBe('Saved. The retake is not finished yet');
    expect(heading({ ...completed, retake: { ...retake, going: { ...going, success: 'failed' } } })).toBe(
      'You have not passed the retake yet',
    );
    expect(heading({ ...completed, againAt: at })).toBe('You have completed the retake');
  });

  it('says how many core skills are met, as the home page does, and what is next', () => {
    const done = { completion: 'completed' as const, recordedAt: at, completedAt: at };
    const module = aModuleRow('a', done);
    // The second was met by a recording, the third was completed and waits for an officer.
    const rows = [module, aModuleRow('b'), aModuleRow('c', { ...done, doubt: 'waiting' }), aModuleRow('d')];
    const met = { on: '2026-11-22', until: null };
    const asked = [
      anAsked('a', { met: { by: 'module', ...met } }),
      anAsked('b', { met: { by: 'recording', ...met } }),
      anAsked('c'),
      anAsked('d'),
    ];
    const view = finishedView({ module, modules: rows, certificate: null }, { asked, due: [] }, now);
    expect(view.core).toMatchObject({ met: 2, total: 4 });
    expect(view.next?.slug).toBe('d');
  });

  it('never says that a module is completed whose completion counts no more', () => {
    const module = aModuleRow('a', { completion: 'completed', recordedAt: at, completedAt: at });
    const view = finishedView(
      { module, modules: [module], certificate: null },
      { asked: [anAsked('a')], due: [] },
      now,
    );
    expect([view.heading, view.status.action]).toEqual(['This module is to be taken again', 'Take it again']);
  });

  it('never says that nothing is left while an event is asked for that no module meets', () => {
    const module = aModuleRow('a', { completion: 'completed', recordedAt: at, completedAt: at });
    const met = anAsked('a', { met: { by: 'module', on: '2026-11-22', until: null } });
    const event = anAsked('evening', {
      isCore: false,
      ways: [{ kind: 'attendance', courseId: null, validMonths: null }],
    });
    const hasMore = (asked: (typeof met)[]) =>
      finishedView({ module, modules: [module], certificate: null }, { asked, due: [] }, now).hasMore;
    expect([hasMore([met]), hasMore([met, event]), hasMore([met, { ...event, isAsked: false }])]).toEqual([
      false,
      true,
      false,
    ]);
    const waits = { ...module, doubt: 'waiting' as const };
    const view = finishedView(
      { module: waits, modules: [waits], certificate: null },
      { asked: [anAsked('a')], due: [] },
      now,
    );
    expect(view.hasMore).toBe(false);
  });

  it.each([
    ['issued', '2026-11-23', 'You have earned a certificate', 'Valid until 23 November 2026.'],
    ['issued', null, 'You have earned a certificate', 'Valid, without an end date.'],
    ['issued', '2026-11-22', 'Your certificate has run out', 'It was valid until 22 November 2026.'],
    ['suspended', null, 'Your certificate is suspended', 'for now it does not count'],
    ['revoked', '2026-11-22', 'Your certificate was revoked', 'It is no longer in force'],
  ] as const)('says what is true of the certificate today: %s, until %s', (state, validUntil, says, words) => {
    const module = aModuleRow('a', { completion: 'completed', recordedAt: at, completedAt: at });
    const certificate = { number: '7', scheme: 'Core skills', edition: 'Edition 1', issuedAt: at, rendered: true };
    const row = { module, modules: [module], certificate: { ...certificate, state, validUntil } };
    expect(finishedView(row, { asked: [], due: [] }, now).certificate).toMatchObject({
      heading: says,
      words: expect.stringContaining(words),
      inForce: says === 'You have earned a certificate',
      runOut: says === 'Your certificate has run out',
    });
  });

  it('goes on with what has a day, as the home page does', () => {
    const module = aModuleRow('a', { completion: 'completed', recordedAt: at, completedAt: at });
    const due = [{ dueOn: '2026-12-01', modules: ['c'] }] as Parameters<typeof finishedView>[1]['due'];
    const modules = [module, aModuleRow('b'), aModuleRow('c')];
    expect(finishedView({ module, modules, certificate: null }, { asked: [], due }, now).next?.slug).toBe('c');
  });
});
