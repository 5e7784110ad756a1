import { lib } from './lib/lib';
import { PlatformModule } from './platform.module';
import { platformMigrations } from './tables';

export const platform = lib({ name: 'platform', module: PlatformModule, migrations: platformMigrations });
