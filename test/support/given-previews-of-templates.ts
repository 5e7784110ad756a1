import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { PrintedTemplates } from '@induct/accreditation';
import { printsOf } from './prints';

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** As the worker does it, but for the browser: every preview that is wished for is there, and says which it is. */
export async function previewsArePrinted(app: INestApplicationContext): Promise<void> {
  const prints = printsOf(app);
  const kind = app.get(PrintedTemplates, { strict: false });
  for (const { id } of await prints.wanted(kind, 100)) {
    const held = await prints.take(kind, id, randomUUID());
    if (typeof held === 'string') throw new Error(`A preview is ${held}`);
    const pdf = Buffer.from(`%PDF-1.7 preview ${id} ${held.revision}\n%%EOF`);
    await prints.store(kind, held, pdf, PICTURE);
  }
}
