import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { ProgressModule } from '@induct/progress';
import { RecipientQueries } from './recipients.queries';
import { RetakeLetters } from './retake-letters.service';

/** For the process that writes to those who have to take a module again. */
@Module({ imports: [LettersModule, ProgressModule], providers: [RecipientQueries, RetakeLetters] })
export class RetakeLettersModule {}
