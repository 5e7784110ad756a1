import { Module } from '@nestjs/common';
import { AskingLetters } from './asking/asking-letters.service';
import { ReminderChoiceRepository } from './asking/reminder-choice.repository';
import { ReminderChoices } from './asking/reminder-choices.service';
import { Deliveries } from './outbox/deliveries';
import { Outbox } from './outbox/outbox';

@Module({
  providers: [AskingLetters, Deliveries, Outbox, ReminderChoiceRepository, ReminderChoices],
  exports: [AskingLetters, Deliveries, Outbox, ReminderChoices],
})
export class LettersModule {}
