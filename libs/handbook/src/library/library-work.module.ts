import { Module } from '@nestjs/common';
import { HandbookModule } from '../handbook.module';
import { LibrarySearchWork } from './library-search.work';

/** For the process that keeps what is found of the library in step with the days. */
@Module({ imports: [HandbookModule], providers: [LibrarySearchWork] })
export class LibraryWorkModule {}
