import { lib } from '@induct/platform';
import { DELIVER_JOB, DeliverPayload } from './delivering/mail.job';
import { LettersModule } from './letters.module';
import { lettersMigrations } from './tables';
import { MailEntity } from './mail.entity';
import { lettersPersonData } from './letters.person-data';
import { LetterStanding } from './windows/letter-standing.window';

export const letters = lib({
  name: 'letters',
  module: LettersModule,
  entities: [MailEntity],
  migrations: lettersMigrations,
  personData: lettersPersonData,
  windows: [LetterStanding],
  jobs: [{ queue: 'mail', name: DELIVER_JOB, payload: DeliverPayload }],
});
