import { Column } from 'typeorm';

/** What the pipeline keeps of a document that is printed anew whenever it has changed: the wish for it, and the PDF there is. */
export abstract class Printed {
  /** Not printed before: changes come in groups. */
  @Column('timestamptz')
  wantedAt: Date;

  /** Counts the wishes: what changes the document is a new one. */
  @Column('integer')
  revision: number;

  /** The worker that prints it at present. */
  @Column('uuid', { nullable: true })
  leasedBy: string | null;

  @Column('timestamptz', { nullable: true })
  leasedUntil: Date | null;

  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  error: string | null;

  /** Of a file that is being put into the store: named before it is there. */
  @Column('bytea', { nullable: true })
  storingSha256: Buffer | null;

  @Column('bytea', { nullable: true })
  sha256: Buffer | null;

  @Column('integer', { nullable: true })
  bytes: number | null;

  @Column('timestamptz', { nullable: true })
  madeAt: Date | null;

  /** The revision that the PDF says. */
  @Column('integer', { nullable: true })
  madeOf: number | null;
}
