import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { SignInModule } from '@induct/sign-in';
import { FirstAdministratorController } from './first-administrator.controller';
import { SignInBrowser } from './sign-in-browser';
import { SignInLinkController } from './sign-in-link.controller';
import { SignInController, SignOutController } from './sign-in.controller';

@Module({
  imports: [PeopleModule, SignInModule],
  controllers: [SignInController, SignOutController, SignInLinkController, FirstAdministratorController],
  providers: [SignInBrowser],
  exports: [SignInBrowser],
})
export class SignInPagesModule {}
