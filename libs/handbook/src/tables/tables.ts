import { FirstSteps1798000000120 } from './first-steps.tables';
import { StepsDone1798000000121 } from './step-done.tables';

export const handbookMigrations = [FirstSteps1798000000120, StepsDone1798000000121];
