import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { Printer } from '../press/printer';
import { SealKeeper } from '../signing/seal-keeper';
import { Sealing } from '../signing/sealing';
import type { DocumentKindClass } from './document-kind';
import { DOCUMENT_KINDS, LostPrints } from './lost-prints';
import { PrintRows } from './print-rows';
import { processorOf } from './print.processor';
import { Prints } from './prints.service';

/** Printing, for the process that does it: one browser for all kinds of documents. Needs the platform and the queues. */
@Module({})
export class PrinterModule {
  /** @param imports the modules that export the kinds */
  static for(kinds: readonly DocumentKindClass[], imports: ModuleMetadata['imports'] = []): DynamicModule {
    return {
      module: PrinterModule,
      global: true,
      imports,
      providers: [
        { provide: DOCUMENT_KINDS, useValue: kinds },
        LostPrints,
        Printer,
        PrintRows,
        Prints,
        Sealing,
        SealKeeper,
        ...kinds.map(processorOf),
      ],
      exports: [LostPrints, Printer, Prints],
    };
  }
}
