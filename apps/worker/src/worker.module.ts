import { getQueueToken } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { AccreditationModule } from '@induct/accreditation';
import {
  type Config,
  databaseAnswers,
  FileStore,
  filesCanBeWritten,
  HealthModule,
  PlatformModule,
  queueAnswers,
  QueueModule,
  QUEUES,
} from '@induct/platform';
import { RoundDeadlinesModule } from '@induct/steering';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { CertificatePrinter } from './certificates/certificate.printer';
import { CertificateProcessor } from './certificates/certificate.processor';
import { MailProcessor } from './mail/mail.processor';
import { Postman } from './mail/postman';
import { PrinterModule } from './printer.module';
import { SignsOfLife } from './signs-of-life';
import { Sweeper } from './sweeper';

/** Works through the queue: prints certificates, delivers letters, and looks for what the queue has lost. */
@Module({})
export class WorkerModule {
  static with(config: Config, database: DataSource): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with(config, database),
        QueueModule.forUrl(config.DATABASE_URL),
        AccreditationModule,
        PrinterModule,
        RoundDeadlinesModule,
        HealthModule.with({
          inject: [DataSource, getQueueToken(QUEUES.certificates), FileStore, CertificatePrinter],
          useFactory: (source: DataSource, queue: Queue, files: FileStore, printer: CertificatePrinter) => ({
            database: databaseAnswers(source),
            queue: queueAnswers(queue),
            files: filesCanBeWritten(files),
            browser: () => printer.warmUp(),
          }),
        }),
      ],
      providers: [CertificateProcessor, MailProcessor, Postman, SignsOfLife, Sweeper],
    };
  }
}
