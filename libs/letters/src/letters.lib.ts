import { lib } from '@induct/platform';
import { DELIVER_JOB, DeliverPayload } from './delivering/mail.job';
import { LettersModule } from './letters.module';
import { lettersMigrations } from './tables';
import { LetterStanding } from './windows/letter-standing.window';

export const letters = lib({
  name: 'letters',
  module: LettersModule,
  windows: [LetterStanding],
  migrations: lettersMigrations,
  jobs: [{ queue: 'mail', name: DELIVER_JOB, payload: DeliverPayload }],
});
