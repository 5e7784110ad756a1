import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { CandidateLetters } from './candidate-letters';
import { CandidateRepository } from './candidate.repository';

/** For the process that writes to candidates. */
@Module({ imports: [LettersModule], providers: [CandidateLetters, CandidateRepository] })
export class CandidateLettersModule {}
