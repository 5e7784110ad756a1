import { lib } from '@induct/platform';
import { AskingModule } from './asking/asking.module';
import { ReminderChoiceEntity } from './asking/reminder-choice.entity';
import { DeliveringModule } from './delivering/delivering.module';
import { DELIVER_JOB, DeliverPayload } from './delivering/mail.job';
import { LettersModule } from './letters.module';
import { lettersPersonData } from './letters.person-data';
import { MailEntity } from './outbox/mail.entity';
import { lettersMigrations } from './tables/tables';
import { LetterStanding } from './windows/letter-standing.window';
import { ReminderChoiceStanding } from './windows/reminder-choice-standing.window';

export const letters = lib({
  name: 'letters',
  module: LettersModule,
  worker: [AskingModule, DeliveringModule],
  entities: [MailEntity, ReminderChoiceEntity],
  migrations: lettersMigrations,
  personData: lettersPersonData,
  windows: [LetterStanding, ReminderChoiceStanding],
  jobs: [{ queue: 'mail', name: DELIVER_JOB, payload: DeliverPayload }],
});
