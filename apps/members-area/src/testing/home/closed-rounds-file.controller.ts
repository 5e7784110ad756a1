import { Get, Req, Res } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { RoundQueries, type RoundRow } from '@induct/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { READERS, seesAll } from '../readers';
import { CLOSED_ROUNDS } from './closed-rounds.view';

const AT_ONCE = 200;

/** The closed rounds as a file: of each reader those that their page lists. Taking it away is on record. */
@Screen({ path: 'testing', access: READERS })
export class ClosedRoundsFileController {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get(fileAddresses('closed-rounds'))
  async file(@CurrentPerson() reader: SignedInPerson, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const kind = fileKindOf(request);
    const all = seesAll(reader);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: reader.id,
        action: 'closed-rounds.exported',
        subjectType: 'test_round',
        subjectId: all ? 'all' : 'own',
        detail: { as: kind },
      }),
    );
    return await sendListFile(reply, {
      kind,
      name: `closed-rounds-${dayInLondon(this.clock.now())}`,
      columns: CLOSED_ROUNDS,
      batches: this.pages(all ? undefined : reader.id),
    });
  }

  private async *pages(testerId: string | undefined): AsyncGenerator<RoundRow[]> {
    // One closed meanwhile stands on top and pushes the others down: a line may come twice, none is left out.
    for (let offset = 0, total = 1; offset < total; offset += AT_ONCE) {
      const found = await this.rounds.page({ state: 'closed', testerId }, { limit: AT_ONCE, offset });
      yield found.rounds;
      ({ total } = found);
    }
  }
}
