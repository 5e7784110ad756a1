import { asItCounts } from './as-it-counts';
import { aModuleRow, anAsked } from './module-row.given';

const at = '2026-11-22T14:32:00Z';
const completed = { completion: 'completed', completedAt: at, recordedAt: at } as const;
const met = anAsked('a', { met: { by: 'module', on: '2026-11-22', until: null } });

describe('a module that was completed', () => {
  it.each([
    ['counts while what it is for is met', met, {}, null],
    ['is to be taken again when what it showed was withdrawn', anAsked('a'), {}, 'withdrawn'],
    ['waits for an officer when a new try is doubted', anAsked('a'), { doubtedAgainAt: at }, 'waiting'],
    [
      'is to be taken again when a new try is doubted on a day that counts for nothing',
      anAsked('a', { countsFrom: '2026-11-23' }),
      { doubtedAgainAt: at },
      'withdrawn',
    ],
    [
      'waits when its day in London counts',
      anAsked('a', { countsFrom: '2026-06-02' }),
      { doubtedAgainAt: '2026-06-01T23:30:00Z' },
      'waiting',
    ],
    ['counts, whatever is doubted since, while what it is for is met', met, { doubtedAgainAt: at }, null],
    ['says itself what an officer has said', anAsked('a'), { doubt: 'refused', doubtedAgainAt: at }, 'refused'],
  ] as const)('%s', (_, asked, changes, doubt) => {
    const row = aModuleRow('a', { ...completed, ...changes });
    expect(asItCounts([asked])(row.courseId, row).doubt).toBe(doubt);
  });

  it('waits when a new try counts for one of the things that it is for', () => {
    const row = aModuleRow('a', { ...completed, doubtedAgainAt: at });
    const asked = [anAsked('a', { countsFrom: '2026-11-23' }), anAsked('a')];
    expect(asItCounts(asked)(row.courseId, row).doubt).toBe('waiting');
  });
});
