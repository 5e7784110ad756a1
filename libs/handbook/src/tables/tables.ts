import { FirstSteps1798000000120 } from './first-steps.tables';
import { LinkChecks1798000000123 } from './link-checks.tables';
import { Resources1798000000122 } from './resources.tables';
import { StepsDone1798000000121 } from './step-done.tables';

export const handbookMigrations = [
  FirstSteps1798000000120,
  LinkChecks1798000000123,
  Resources1798000000122,
  StepsDone1798000000121,
];
