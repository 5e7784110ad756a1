import { getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { AccreditationModule, PrintedCertificates, PrintedTemplates } from '@induct/accreditation';
import { EventsModule, PrintedProgrammes, PrintedSignInSheets } from '@induct/events';
import { HandbookModule, PrintedHandbooks } from '@induct/handbook';
import { PeopleModule } from '@induct/people';
import {
  AuditCheckpoints,
  type Config,
  databaseAnswers,
  filesCanBeWritten,
  FileStore,
  floorOf,
  HealthModule,
  queueAnswers,
  QUEUES,
  SearchWordsWork,
} from '@induct/platform';
import { Printer, PrinterModule } from '@induct/printing';
import { PrintedReports, SteeringModule } from '@induct/steering';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { SignsOfLife } from './signs-of-life';
import { Sweeper } from './sweeper';

/** Works through the queue: prints documents, delivers letters, reminds of retakes, and looks for what the queue has lost. */
@Module({})
export class WorkerModule {
  static with(config: Config, database: DataSource): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ...floorOf(LIBS, config, database),
        AccreditationModule,
        PeopleModule,
        ...LIBS.flatMap(({ worker }) => worker),
        PrinterModule.for(
          [
            PrintedCertificates,
            PrintedHandbooks,
            PrintedProgrammes,
            PrintedReports,
            PrintedSignInSheets,
            PrintedTemplates,
          ],
          [AccreditationModule, EventsModule, HandbookModule, SteeringModule],
        ),
        HealthModule.with({
          inject: [DataSource, getQueueToken(QUEUES.certificates), FileStore, Printer],
          useFactory: (source: DataSource, queue: Queue, files: FileStore, printer: Printer) => ({
            database: databaseAnswers(source),
            queue: queueAnswers(queue),
            files: filesCanBeWritten(files),
            browser: () => Promise.resolve(printer.state),
          }),
        }),
      ],
      providers: [AuditCheckpoints, SearchWordsWork, SignsOfLife, Sweeper],
    };
  }
}
