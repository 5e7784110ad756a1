import { Module } from '@nestjs/common';
import { AccreditationModule } from '@induct/accreditation';
import { VerifyController } from './verify.controller';
import { VerifyGuard } from './verify.guard';

@Module({ imports: [AccreditationModule], controllers: [VerifyController], providers: [VerifyGuard] })
export class VerifyModule {}
