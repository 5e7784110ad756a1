import { Module } from '@nestjs/common';
import { AskingLetters } from './asking/asking-letters.service';
import { ReminderChoiceRepository } from './asking/reminder-choice.repository';
import { ReminderChoices } from './asking/reminder-choices.service';
import { Deliveries } from './outbox/deliveries';
import { LetterLanguages } from './outbox/letter-languages';
import { Outbox } from './outbox/outbox';

@Module({
  providers: [AskingLetters, Deliveries, LetterLanguages, Outbox, ReminderChoiceRepository, ReminderChoices],
  exports: [AskingLetters, Deliveries, LetterLanguages, Outbox, ReminderChoices],
})
export class LettersModule {}
