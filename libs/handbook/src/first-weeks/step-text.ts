import type { FirstStepVersionEntity } from './first-step-version.entity';

/** What a step says. */
export type StepText = Omit<
  FirstStepVersionEntity,
  'id' | 'stepId' | 'number' | 'isWithdrawn' | 'recordedAt' | 'recordedBy'
>;
