import { ModuleDrafts1798000000165 } from './drafts.tables';

export const authoringMigrations = [ModuleDrafts1798000000165];
