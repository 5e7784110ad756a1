import { Module } from '@nestjs/common';
import { LibrarySearchWork } from './library-search.work';
import { ResourceEntries } from './resource-entries';
import { ResourceRepository } from './resource.repository';

/** Only the worker has it. */
@Module({ providers: [LibrarySearchWork, ResourceEntries, ResourceRepository] })
export class LibrarySearchModule {}
