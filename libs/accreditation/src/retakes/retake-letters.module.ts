import { Module } from '@nestjs/common';
import { LettersModule } from '@induct/letters';
import { ProgressModule } from '@induct/progress';
import { RetakeAsking } from './retake-asking';
import { RetakeRecipients } from './retake-recipients.repository';

/** For the process that writes to those who have to take a module again. */
@Module({ imports: [LettersModule, ProgressModule], providers: [RetakeAsking, RetakeRecipients] })
export class RetakeLettersModule {}
