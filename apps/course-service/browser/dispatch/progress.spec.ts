import { aTree } from '../../../../test/support/given-learning';
import type { Known } from '../kept/report';
import { Progress } from './progress';

const known: Known = {
  learner: { id: 'eve', name: 'Eve' },
  mode: { credit: 'credit', mode: 'normal' },
  isFirst: false,
  completion: 'incomplete',
  success: 'unknown',
  location: '',
  suspendData: '',
  totalTime: 0,
};
const entry = (more: Partial<Known>) =>
  new Progress(aTree({ one: {} }), { ...known, ...more }).initial('one') as { core: { entry: string } };

it('goes on with an only part when a place of it is known, and else begins it', () => {
  expect(entry({ location: 'p3' }).core.entry).toBe('resume');
  expect(entry({ suspendData: 'half' }).core.entry).toBe('resume');
  expect(entry({}).core.entry).not.toBe('resume');
});

it('never says less than was known, even to a learning system that begins anew', () => {
  const reached = { completion: 'completed', success: 'passed', score: 80 } as const;
  for (const isFirst of [true, false]) {
    const progress = new Progress(aTree({ one: {} }), { ...known, ...reached, isFirst });
    progress.heard(
      'one',
      { core: { lesson_status: 'incomplete', score: { raw: '10' } }, suspend_data: '' } as never,
      false,
    );
    expect(progress.report()).toMatchObject(reached);
  }
});
