import { lib } from './lib/lib';
import { PlatformModule } from './platform.module';
import { platformMigrations } from './tables';
import { AuditEntry } from './windows/audit-entry.window';

export const platform = lib({
  name: 'platform',
  module: PlatformModule,
  windows: [AuditEntry],
  migrations: platformMigrations,
});
