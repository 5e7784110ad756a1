import { Module } from '@nestjs/common';
import { SignInModule } from '@induct/sign-in';
import { FormBrowser } from './form-browser';
import { KeptFormController } from './kept-form.controller';
import { SignInTimeController } from './sign-in-time.controller';

@Module({
  imports: [SignInModule],
  controllers: [KeptFormController, SignInTimeController],
  providers: [FormBrowser],
})
export class KeptFormModule {}
