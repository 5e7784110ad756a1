import type { PartNow, Step } from './replay';
import { Story } from './story';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 14, minutes));
const part = (given: Partial<PartNow> = {}): PartNow => ({
  completion: 'incomplete',
  success: 'unknown',
  awaitsResult: false,
  ...given,
});
const step = (minutes: number, given: Partial<Step> = {}): Step => ({
  at: at(minutes),
  sco: 'one',
  before: part(),
  after: part(),
  closed: false,
  completes: false,
  wasComplete: false,
  ...given,
});

const told = (steps: readonly Step[], isWhole = true) => {
  const story = new Story(isWhole);
  story.opened({ at: at(0), isKept: true });
  for (const one of steps) story.tell(one);
  return story.moments;
};

describe('the story of an attempt', () => {
  it('makes one moment of a quiet stretch, however long', () => {
    const saves = Array.from({ length: 46 }, (_, nth) =>
      step(nth, {
        before: nth === 0 ? undefined : part({ progress: 0.2 + nth / 100 }),
        after: part({ progress: 0.21 + nth / 100 }),
      }),
    );
    expect(told(saves)).toEqual([
      { kind: 'opening', at: at(0), isKept: true },
      {
        kind: 'saves',
        at: at(0),
        until: at(45),
        count: 46,
        sco: 'one',
        before: part({ progress: 0.21 }),
        after: part({ progress: 0.66 }),
      },
    ]);
  });

  it('tells each turn by itself: an end, a result, a closing', () => {
    const done = part({ completion: 'completed' });
    const failed = part({ completion: 'completed', success: 'failed' });
    const kinds = told([
      step(1),
      step(2, { after: done }),
      step(3, { before: done, after: done }),
      step(4, { before: done, after: failed }),
      step(5, { before: failed, after: failed, closed: true }),
      step(6, { before: failed, after: failed }),
    ]).map(({ kind }) => kind);
    expect(kinds).toEqual(['opening', 'saves', 'turn', 'saves', 'turn', 'turn', 'saves']);
  });

  it('keeps the saves of two parts, and of two openings, apart', () => {
    const story = new Story(true);
    story.tell(step(1));
    story.tell(step(2, { sco: 'two' }));
    story.opened({ at: at(3), isKept: true });
    story.tell(step(4, { sco: 'two' }));
    expect(story.moments.map(({ kind }) => kind)).toEqual(['saves', 'saves', 'opening', 'saves']);
  });

  it('tells of a first save what it brought, but not where earlier ones are missing: it may have been so before', () => {
    const passed = step(1, { before: undefined, after: part({ completion: 'completed', success: 'passed' }) });
    expect(told([passed]).map(({ kind }) => kind)).toEqual(['opening', 'turn']);
    expect(told([passed], false).map(({ kind }) => kind)).toEqual(['opening', 'saves']);
  });
});
