import { Module } from '@nestjs/common';
import { AccreditationModule } from '@induct/accreditation';
import { OldPaper } from './old-paper';
import { VerifyController } from './verify.controller';
import { VerifyGuard } from './verify.guard';

@Module({ imports: [AccreditationModule], controllers: [VerifyController], providers: [OldPaper, VerifyGuard] })
export class VerifyModule {}
