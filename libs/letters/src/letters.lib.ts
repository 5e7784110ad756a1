import { lib } from '@induct/platform';
import { DELIVER_JOB, DeliverPayload } from './delivering/mail.job';
import { LettersModule } from './letters.module';
import { lettersMigrations } from './tables';

export const letters = lib({
  name: 'letters',
  module: LettersModule,
  migrations: lettersMigrations,
  jobs: [{ queue: 'mail', name: DELIVER_JOB, payload: DeliverPayload }],
});
