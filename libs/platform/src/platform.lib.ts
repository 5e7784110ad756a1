import { lib } from './lib/lib';
import { PlatformModule } from './platform.module';
import { platformMigrations } from './tables';
import { SettingEntity } from './database/setting.entity';
import { AuditEventEntity } from './audit/audit-event.entity';
import { AuditSealEntity } from './audit/audit-seal.entity';
import { platformPersonData } from './platform.person-data';
import { AuditEntry } from './windows/audit-entry.window';

export const platform = lib({
  name: 'platform',
  module: PlatformModule,
  entities: [SettingEntity, AuditEventEntity, AuditSealEntity],
  personData: platformPersonData,
  windows: [AuditEntry],
  migrations: platformMigrations,
});
