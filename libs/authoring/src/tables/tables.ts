import { ModuleDrafts1798000000165 } from './drafts.tables';
import { DraftsRemoved1798000000166 } from './drafts-removed.tables';

export const authoringMigrations = [ModuleDrafts1798000000165, DraftsRemoved1798000000166];
