import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import type { DocumentKind, DocumentKindClass } from './document-kind';
import { printJob } from './print.job';
import { Prints } from './prints.service';

export const DOCUMENT_KINDS = Symbol('the kinds of documents that are printed here');

/** The rows are the truth: what they want printed and the queue does not know of is added to it. */
@Injectable()
export class LostPrints {
  constructor(
    @Inject(DOCUMENT_KINDS) private readonly kinds: readonly DocumentKindClass[],
    private readonly prints: Prints,
    private readonly modules: ModuleRef,
  ) {}

  /**
   * A job that still waits is known to the queue by its id and is not added twice.
   * @param limit of each kind
   * @param thorough add them even when as many wait in the queue as are wanted, and so most likely none is lost: adding
   * those again would only slow down the printing
   */
  async addAgain(limit: number, thorough: boolean): Promise<void> {
    for (const declared of this.kinds) {
      const wanted = await this.prints.wanted(this.modules.get<DocumentKind>(declared, { strict: false }), limit);
      if (wanted.length === 0) continue;
      const queue = this.modules.get<Queue>(getQueueToken(declared.queue), { strict: false });
      if (thorough || (await waiting(queue)) < wanted.length) await queue.addBulk(wanted.map(printJob));
    }
  }
}

/** What is being printed is leased, and so it is not among the wanted. */
const waiting = (queue: Queue): Promise<number> => queue.getJobCountByTypes('waiting', 'delayed', 'prioritized');
