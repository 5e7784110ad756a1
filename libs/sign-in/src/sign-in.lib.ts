import { PersonShutOut } from '@induct/people';
import { lib } from '@induct/platform';
import { OpenDoors } from './open-doors';
import { SignInModule } from './sign-in.module';
import { signInMigrations } from './tables';

export const signIn = lib({
  name: 'sign-in',
  module: SignInModule,
  migrations: signInMigrations,
  listens: [{ event: PersonShutOut, by: OpenDoors }],
});
