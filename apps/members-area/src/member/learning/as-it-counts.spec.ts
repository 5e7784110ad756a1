import { asItCounts } from './as-it-counts';
import { aModuleRow, anAsked } from './module-row.given';

const at = '2026-11-22T14:32:00Z';
const completed = { completion: 'completed', completedAt: at, recordedAt: at } as const;
const met = anAsked('a', { met: { by: 'module', on: '2026-11-22', until: null } });

describe('a module that was completed', () => {
  it.each([
    ['counts while what it is for is met', met, {}, null],
    ['is to be taken again when what it showed was withdrawn', anAsked('a'), {}, 'withdrawn'],
    ['waits for an officer when a new try is doubted', anAsked('a'), { againWaits: true }, 'waiting'],
    ['counts, whatever is doubted since, while what it is for is met', met, { againWaits: true }, null],
    ['says itself what an officer has said', anAsked('a'), { doubt: 'refused', againWaits: true }, 'refused'],
  ] as const)('%s', (_, asked, changes, doubt) => {
    const row = aModuleRow('a', { ...completed, ...changes });
    expect(asItCounts([asked])(row.courseId, row).doubt).toBe(doubt);
  });
});
