import type { Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ExpectedPdf } from '../check/pdf-check';
import type { Sheet } from '../sheet/sheet';
import type { Sealed } from '../signing/sealing';
import type { PrintTable } from './print-table';

/**
 * A kind of document, declared once by the lib that its rows belong to; everything else is the pipeline's. When one cannot be
 * made, its row says why in words that an officer reads.
 * @template Document all that one is made of
 */
export interface DocumentKind<Document = unknown> {
  /** As the log calls one: `certificate`. */
  readonly name: string;
  readonly table: PrintTable;
  /** Gathers one, once the lease is held: it says what the wish for it says, or more. */
  gather(id: string): Promise<Document | undefined>;
  /** Lays it out. @param at when it is printed */
  sheet(document: Document, at: Date): Sheet | Promise<Sheet>;
  /** What the PDF must be like; of another nothing is kept. */
  expected(document: Document): ExpectedPdf;
  /** Of a document that is signed: what it says of itself, and who signs. Without it a PDF is kept as it was printed. */
  sealed?(document: Document): Omit<Sealed, 'title' | 'language'>;
  /**
   * In the transaction that keeps the PDF, so once: a letter, an announcement.
   * @param picture PNG, of a sheet that asks for one
   */
  printed?(tx: EntityManager, document: Document, picture?: Uint8Array): Promise<void>;
}

/** Where its jobs are, and how many a worker has in hand at a time. */
export interface DocumentKindClass extends Type<DocumentKind> {
  readonly queue: string;
  readonly atOnce: number;
}
