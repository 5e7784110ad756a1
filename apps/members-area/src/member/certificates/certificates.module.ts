import { Module } from '@nestjs/common';
import { AccreditationModule } from '@induct/accreditation';
import { CertificatesController } from './certificates.controller';

@Module({ imports: [AccreditationModule], controllers: [CertificatesController] })
export class CertificatesModule {}
