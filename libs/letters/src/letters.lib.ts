import { lib } from '@induct/platform';
import { LettersModule } from './letters.module';
import { lettersMigrations } from './tables';
import { MailEntity } from './mail.entity';
import { lettersPersonData } from './letters.person-data';

export const letters = lib({
  name: 'letters',
  module: LettersModule,
  entities: [MailEntity],
  migrations: lettersMigrations,
  personData: lettersPersonData,
});
