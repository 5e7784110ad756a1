import { lib } from '@induct/platform';
import { DeliveringModule } from './delivering/delivering.module';
import { DELIVER_JOB, DeliverPayload } from './delivering/mail.job';
import { LettersModule } from './letters.module';
import { lettersPersonData } from './letters.person-data';
import { MailEntity } from './outbox/mail.entity';
import { lettersMigrations } from './tables/tables';
import { LetterStanding } from './windows/letter-standing.window';

export const letters = lib({
  name: 'letters',
  module: LettersModule,
  worker: [DeliveringModule],
  entities: [MailEntity],
  migrations: lettersMigrations,
  personData: lettersPersonData,
  windows: [LetterStanding],
  jobs: [{ queue: 'mail', name: DELIVER_JOB, payload: DeliverPayload }],
});
