import type { Known } from './messages';

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
