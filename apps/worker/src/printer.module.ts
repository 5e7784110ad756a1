import { Global, Module } from '@nestjs/common';
import { CertificatePrinter } from './certificates/certificate.printer';

/** One browser for the whole worker, its health page included. */
@Global()
@Module({ providers: [CertificatePrinter], exports: [CertificatePrinter] })
export class PrinterModule {}
