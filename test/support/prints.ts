import type { INestApplicationContext } from '@nestjs/common';
import { Clock, FileStore, Transactions } from '@induct/platform';
import { PrintRows, Prints } from '@induct/printing';
import { DataSource } from 'typeorm';

/** The worker's side of printing, for tests that hand in a PDF of their own. */
export function printsOf(app: INestApplicationContext): Prints {
  const [source, files, transactions, clock] = [DataSource, FileStore, Transactions, Clock].map((token) =>
    app.get<unknown>(token, { strict: false }),
  ) as [DataSource, FileStore, Transactions, Clock];
  return new Prints(new PrintRows(source), files, transactions, clock);
}
