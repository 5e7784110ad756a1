import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { FirstAdministratorController } from './first-administrator.controller';
import { SignInBrowser } from './sign-in-browser';
import { SignInLinkController } from './sign-in-link.controller';
import { SignInController, SignOutController } from './sign-in.controller';

@Module({
  imports: [PeopleModule],
  controllers: [SignInController, SignOutController, SignInLinkController, FirstAdministratorController],
  providers: [SignInBrowser],
  exports: [SignInBrowser],
})
export class SignInModule {}
