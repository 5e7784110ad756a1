import { Module } from '@nestjs/common';
import { AccreditationModule } from '../accreditation.module';
import { ObligationsSweeper } from './obligations.sweeper';

/** For the process that works out what is asked of whom, and reminds. */
@Module({ imports: [AccreditationModule], providers: [ObligationsSweeper] })
export class ObligationsModule {}
