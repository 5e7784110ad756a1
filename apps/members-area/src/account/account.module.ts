import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { SignInModule } from '../sign-in/sign-in.module';
import { AccountController } from './account.controller';

@Module({ imports: [PeopleModule, SignInModule], controllers: [AccountController] })
export class AccountModule {}
