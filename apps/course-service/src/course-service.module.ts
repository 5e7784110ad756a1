import { type DynamicModule, Module } from '@nestjs/common';
import { ContentAccessModule } from '@induct/people';
import {
  type Clock,
  type Config,
  databaseAnswers,
  filesCanBeWritten,
  FileStore,
  HealthModule,
  type Ids,
  PlatformModule,
} from '@induct/platform';
import { DataSource } from 'typeorm';
import { PlayerModule } from './player.module';

/** The course service as an application of its own. */
@Module({})
export class CourseServiceModule {
  static with(config: Config, database: DataSource, given: { clock?: Clock; ids?: Ids } = {}): DynamicModule {
    return {
      module: CourseServiceModule,
      imports: [
        PlatformModule.with(config, database, given),
        HealthModule.with({
          inject: [DataSource, FileStore],
          useFactory: (source: DataSource, files: FileStore) => ({
            database: databaseAnswers(source),
            files: filesCanBeWritten(files),
          }),
        }),
        ContentAccessModule,
        PlayerModule,
      ],
    };
  }
}
