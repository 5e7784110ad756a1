import { Module } from '@nestjs/common';
import { LettersModule } from '../letters.module';
import { MailProcessor } from './mail.processor';
import { Postman } from './postman';
import { Postroom } from './postroom';
import { ReturnedLetters } from './returned-letters.work';

/** For the process that delivers letters. Needs the platform and the queues. */
@Module({
  imports: [LettersModule],
  providers: [MailProcessor, Postman, Postroom, ReturnedLetters],
  exports: [Postroom],
})
export class DeliveringModule {}
