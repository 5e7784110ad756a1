import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolBounds, watchConnections } from './connections';
import { SnakeCase } from './snake-case';
import { PATIENCE, type Patience } from './patience';

/** What one lib adds to the database. */
export interface Tables {
  entities: Function[];
  /** Views. */
  windows?: Function[];
  migrations: Function[];
}

/**
 * One pool for the process: whoever opens it closes it.
 * @param tables of every lib the application uses
 */
export async function openDatabase(
  url: string,
  tables: readonly Tables[],
  options: { poolSize?: number; patience?: Partial<Patience> } = {},
): Promise<DataSource> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    poolSize: options.poolSize ?? 10,
    extra: poolBounds({ ...PATIENCE, ...options.patience }),
    entities: tables.flatMap(({ entities, windows = [] }) => [...entities, ...windows]),
    migrations: tables.flatMap(({ migrations }) => migrations),
    namingStrategy: new SnakeCase(),
    migrationsTableName: 'migration',
  }).initialize();
  watchConnections(source);
  return source;
}

/**
 * Gives the application a database that is already open. `TypeOrmModule.forRoot` would open one for each application of
 * the process and warn that they override each other. `DataSource` is the token that @nestjs/typeorm looks for, so
 * `forFeature`, `@InjectRepository` and `@InjectDataSource` work.
 */
@Module({})
export class DatabaseModule {
  static for(source: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DataSource, useValue: source }],
      exports: [DataSource],
    };
  }
}
