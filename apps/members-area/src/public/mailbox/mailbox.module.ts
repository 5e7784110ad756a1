import { Module } from '@nestjs/common';
import { MailboxController } from './mailbox.controller';
import { MailboxQueries } from './mailbox.queries';

@Module({ controllers: [MailboxController], providers: [MailboxQueries] })
export class MailboxModule {}
