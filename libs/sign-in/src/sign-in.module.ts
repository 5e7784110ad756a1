import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { LettersModule } from '@induct/letters';
import { PeopleModule } from '@induct/people';
import { FurtherHealth, HealthReader } from '@induct/platform';
import { CouncilHealth } from './council/council-health';
import { councilProviders, councilServices } from './doors/council.providers';
import { AccessGuard } from './guard/access.guard';
import { DeniedAttempts } from './access/denied-attempts';
import { DeniedByARule } from './guard/denied-by-a-rule.interceptor';
import { DeskReadsHealth } from './desk-reads-health';
import { DeviceRepository } from './devices/device.repository';
import { Devices } from './devices/devices';
import { FirstAdministrator } from './first-administrator';
import { KeptFormRepository } from './kept-forms/kept-form.repository';
import { KeptForms } from './kept-forms/kept-forms';
import { OpenDoors } from './doors/open-doors';
import { OwnPasskeys } from './passkeys/own-passkeys';
import { PasskeyChallenges } from './passkeys/passkey-challenges';
import { PasskeyRepository } from './passkeys/passkey.repository';
import { PasskeySignIns } from './passkeys/passkey-sign-ins';
import { SignInLinkRepository } from './links/sign-in-link.repository';
import { SignInLinks } from './links/sign-in-links';
import { SignInTime } from './sign-ins/sign-in-time';
import { SignInRepository } from './sign-ins/sign-in.repository';
import { SignIns } from './sign-ins/sign-ins';
import { Visits } from './visits/visits';

@Module({
  imports: [LettersModule, PeopleModule],
  providers: [
    DeniedAttempts,
    DeviceRepository,
    Devices,
    FirstAdministrator,
    KeptFormRepository,
    KeptForms,
    OpenDoors,
    OwnPasskeys,
    PasskeyChallenges,
    PasskeyRepository,
    PasskeySignIns,
    SignInLinkRepository,
    SignInLinks,
    SignInRepository,
    SignIns,
    SignInTime,
    Visits,
    ...councilProviders,
  ],
  exports: [
    DeniedAttempts,
    Devices,
    FirstAdministrator,
    KeptForms,
    OwnPasskeys,
    PasskeySignIns,
    SignInLinks,
    SignIns,
    SignInTime,
    Visits,
    ...councilServices,
  ],
})
export class SignInModule {}

/** For the root module of the site: every route is denied unless it declares who may use it. Goes with `useSiteAccess`. */
@Global()
@Module({
  imports: [SignInModule],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: DeniedByARule },
    { provide: HealthReader, useClass: DeskReadsHealth },
    { provide: FurtherHealth, useClass: CouncilHealth },
  ],
  exports: [HealthReader, FurtherHealth],
})
export class SiteAccessModule {}
