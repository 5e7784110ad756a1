import { Global, Module } from '@nestjs/common';
import { Printer } from './printing/printer';

/** One browser for the whole worker, its health page included. */
@Global()
@Module({ providers: [Printer], exports: [Printer] })
export class PrinterModule {}
