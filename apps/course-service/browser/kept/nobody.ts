import type { Known } from './report';

/** Of whom nothing is known. */
export const NOBODY: Known = {
  learner: { id: '', name: '' },
  mode: { credit: 'credit', mode: 'normal' },
  isFirst: true,
  completion: 'not_attempted',
  success: 'unknown',
  location: '',
  suspendData: '',
  totalTime: 0,
};
