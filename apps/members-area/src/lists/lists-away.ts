import { Injectable } from '@nestjs/common';
import { type AuditEvent, AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileKindOf, type ListFile, sendListFile } from './list-file';

export interface ListTakenAway<Row> extends Omit<ListFile<Row>, 'kind'> {
  /** The file's name without its day and kind: `certificates` becomes `certificates-2026-11-22.csv`. */
  name: string;
  /** What is put on record; the kind of file is added. */
  record: AuditEvent;
}

/** Gives a list away as a file of the kind that was asked for (`fileAddresses`). Who took what is on record first. */
@Injectable()
export class ListsAway {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async send<Row>(request: FastifyRequest, reply: FastifyReply, list: ListTakenAway<Row>): Promise<FastifyReply> {
    const { name, record, ...file } = list;
    const kind = fileKindOf(request);
    await this.transactions.run((tx) => this.audit.record(tx, { ...record, detail: { ...record.detail, as: kind } }));
    return await sendListFile(reply, { ...file, kind, name: `${name}-${dayInLondon(this.clock.now())}` });
  }
}
