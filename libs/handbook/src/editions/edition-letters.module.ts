import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { EditionAsking } from './edition-asking';
import { EditionReaders } from './edition-readers.queries';
import { EditionsRepository } from './editions.repository';

/** For the process that tells members of a new edition of the handbook. */
@Module({ imports: [LettersModule], providers: [EditionAsking, EditionReaders, EditionsRepository] })
export class EditionLettersModule {}
