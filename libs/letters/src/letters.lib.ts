import { lib } from '@induct/platform';
import { LettersModule } from './letters.module';
import { lettersMigrations } from './tables';

export const letters = lib({ name: 'letters', module: LettersModule, migrations: lettersMigrations });
