import { PersonShutOut, ProposalTakesEffect } from '@induct/people';
import { lib } from '@induct/platform';
import { DeviceEntity } from './devices/device.entity';
import { OpenDoors } from './doors/open-doors';
import { PasskeyChallengeEntity } from './passkeys/passkey-challenge.entity';
import { PasskeyHolderEntity } from './passkeys/passkey-holder.entity';
import { PasskeyEntity } from './passkeys/passkey.entity';
import { SignInModule } from './sign-in.module';
import { signInMigrations } from './tables/tables';
import { SignInEntity } from './sign-ins/sign-in.entity';
import { SignInLinkEntity } from './links/sign-in-link.entity';
import { SignInWrongCodeEntity } from './links/sign-in-wrong-code.entity';
import { PersonVisitEntity } from './visits/person-visit.entity';
import { KeptFormEntity } from './kept-forms/kept-form.entity';
import { KeptFormKeyEntity } from './kept-forms/kept-form-key.entity';
import { councilEntities } from './council/council.entities';
import { councilPersonData } from './council/council.person-data';
import { RoleRules } from './roles/role-rules';
import { signInPersonData } from './sign-in.person-data';

export const signIn = lib({
  name: 'sign-in',
  standsOn: ['letters', 'people'],
  module: SignInModule,
  entities: [
    DeviceEntity,
    KeptFormEntity,
    KeptFormKeyEntity,
    PasskeyChallengeEntity,
    PasskeyEntity,
    PasskeyHolderEntity,
    PersonVisitEntity,
    SignInEntity,
    SignInLinkEntity,
    SignInWrongCodeEntity,
    ...councilEntities,
  ],
  migrations: signInMigrations,
  listens: [
    { event: PersonShutOut, by: OpenDoors },
    { event: ProposalTakesEffect, by: RoleRules },
  ],
  personData: [...signInPersonData, ...councilPersonData],
});
