import { Module } from '@nestjs/common';
import { LettersModule } from '../letters.module';
import { MailProcessor } from './mail.processor';
import { Postman } from './postman';
import { Postroom } from './postroom';

/** For the process that delivers letters. Needs the platform and the queues. */
@Module({ imports: [LettersModule], providers: [MailProcessor, Postman, Postroom], exports: [Postroom] })
export class DeliveringModule {}
