import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { SignInModule } from '@induct/sign-in';
import { SignInPagesModule } from '../../public/sign-in/sign-in-pages.module';
import { AccountController } from './account.controller';

@Module({ imports: [PeopleModule, SignInModule, SignInPagesModule], controllers: [AccountController] })
export class AccountModule {}
