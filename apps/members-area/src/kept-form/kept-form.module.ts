import { Module } from '@nestjs/common';
import { PeopleModule } from '@induct/people';
import { FormBrowser } from './form-browser';
import { KeptFormController } from './kept-form.controller';
import { SignInTimeController } from './sign-in-time.controller';

@Module({
  imports: [PeopleModule],
  controllers: [KeptFormController, SignInTimeController],
  providers: [FormBrowser],
})
export class KeptFormModule {}
