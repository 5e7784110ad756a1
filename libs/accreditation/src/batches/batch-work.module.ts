import { Module } from '@nestjs/common';
import { AccreditationModule } from '../accreditation.module';
import { BatchWork } from './batch-work.service';

/** For the process that issues what officers have begun. */
@Module({ imports: [AccreditationModule], providers: [BatchWork] })
export class BatchWorkModule {}
