import { Module } from '@nestjs/common';
import { HandbookModule } from '../handbook.module';
import { EditionPublishing } from './edition-publishing';

/** For the process that publishes editions at their time. */
@Module({ imports: [HandbookModule], providers: [EditionPublishing] })
export class EditionPublishingModule {}
