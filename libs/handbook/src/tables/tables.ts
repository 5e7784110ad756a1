import { FirstSteps1798000000120 } from './first-steps.tables';

export const handbookMigrations = [FirstSteps1798000000120];
