import { getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { AccreditationModule } from '@induct/accreditation';
import { LettersModule } from '@induct/letters';
import {
  AuditCheckpoints,
  type Config,
  databaseAnswers,
  FileStore,
  filesCanBeWritten,
  HealthModule,
  HearingModule,
  PlatformModule,
  queueAnswers,
  QueueModule,
  QUEUES,
} from '@induct/platform';
import { SignInModule } from '@induct/sign-in';
import { RoundDeadlinesModule, SteeringModule } from '@induct/steering';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { LIBS } from '../../libs';
import { CertificateProcessor } from './certificates/certificate.processor';
import { MailProcessor } from './mail/mail.processor';
import { Postman } from './mail/postman';
import { PrinterModule } from './printer.module';
import { Printer } from './printing/printer';
import { ReportProcessor } from './reports/report.processor';
import { RetakeLetters } from './retakes/retake-letters.service';
import { RetakeQueries } from './retakes/retake.queries';
import { SignsOfLife } from './signs-of-life';
import { Sweeper } from './sweeper';

/** Works through the queue: prints certificates and reports, delivers letters, reminds of retakes, and looks for what the queue has lost. */
@Module({})
export class WorkerModule {
  static with(config: Config, database: DataSource): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with(config, database),
        QueueModule.forUrl(config.DATABASE_URL),
        HearingModule.of(LIBS),
        AccreditationModule,
        LettersModule,
        PrinterModule,
        RoundDeadlinesModule,
        // Hears who is shut out.
        SignInModule,
        SteeringModule,
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
      providers: [
        AuditCheckpoints,
        CertificateProcessor,
        MailProcessor,
        Postman,
        ReportProcessor,
        RetakeLetters,
        RetakeQueries,
        SignsOfLife,
        Sweeper,
      ],
    };
  }
}
