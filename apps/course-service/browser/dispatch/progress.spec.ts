import { aTree } from '../../../../test/support/given-learning';
import type { Known } from './messages';
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
