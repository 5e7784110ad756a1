import { lib } from '@induct/platform';
import { LettersModule } from './letters.module';
import { lettersMigrations } from './tables';
import { LetterStanding } from './windows/letter-standing.window';

export const letters = lib({
  name: 'letters',
  module: LettersModule,
  windows: [LetterStanding],
  migrations: lettersMigrations,
});
