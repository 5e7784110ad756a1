import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { Announcements } from './lib/announcements';
import { AuditKey } from './audit/audit-key';
import { AuditTrail } from './audit/audit-trail';
import { Clock, SystemClock } from './injected/clock';
import { CONFIG, type Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import { Transactions } from './database/transactions';
import { FileStore } from './files/file-store';
import { Council } from './council/council.service';
import { Statements } from './statements/statements.service';
import { WorkerSigns } from './health/worker-signs';
import { JsonLimitGuard } from './http/json-limit.guard';
import { Ids, SystemIds } from './injected/ids';
import { PageUseQueries } from './usage/page-use.queries';
import { Search } from './search/search';
import { SearchEntries } from './search/search-entries';
import { Settings } from './settings';

const shared = [
  Announcements,
  AuditKey,
  AuditTrail,
  Transactions,
  FileStore,
  Settings,
  Council,
  Statements,
  PageUseQueries,
  Search,
  SearchEntries,
  WorkerSigns,
];

/** What a test gives in place of our own. */
export interface StandIns {
  clock?: Clock;
  ids?: Ids;
}

/** The floor every application stands on. */
@Module({})
export class PlatformModule {
  static with(config: Config, database: DataSource, given: StandIns = {}): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [DatabaseModule.for(database)],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: given.clock ?? new SystemClock() },
        { provide: Ids, useValue: given.ids ?? new SystemIds() },
        ...shared,
        { provide: APP_GUARD, useClass: JsonLimitGuard },
      ],
      exports: [CONFIG, Clock, Ids, DatabaseModule, ...shared],
    };
  }
}
