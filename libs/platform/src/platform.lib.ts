import { lib } from './lib/lib';
import { platformMigrations } from './tables';
import { SettingEntity } from './database/setting.entity';
import { CouncilRevisionEntity } from './council/council-revision.entity';
import { StatementTextEntity } from './statements/statement-text.entity';
import { AuditEventEntity } from './audit/audit-event.entity';
import { SearchEntryEntity } from './search/search-entry.entity';
import { SearchPartEntity } from './search/search-part.entity';
import { AuditSealEntity } from './audit/audit-seal.entity';
import { platformPersonData } from './platform.person-data';
import { PageCountEntity } from './usage/page-count.entity';
import { AuditEntry } from './windows/audit-entry.window';

/** Without its module: an app makes that from its settings. */
export const platform = lib({
  name: 'platform',
  entities: [
    PageCountEntity,
    SettingEntity,
    CouncilRevisionEntity,
    StatementTextEntity,
    AuditEventEntity,
    AuditSealEntity,
    SearchEntryEntity,
    SearchPartEntity,
  ],
  personData: platformPersonData,
  windows: [AuditEntry],
  migrations: platformMigrations,
});
