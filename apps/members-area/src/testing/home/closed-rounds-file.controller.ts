import { Get, Req, Res } from '@nestjs/common';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { RoundQueries, type RoundRow } from '@induct/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { READERS, seesAll } from '../readers';
import { CLOSED_ROUNDS } from './closed-rounds.view';

const AT_ONCE = 200;

/** The closed rounds as a file: of each reader those that their page lists. */
@Screen({ path: 'testing', access: READERS })
export class ClosedRoundsFileController {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly lists: ListsAway,
  ) {}

  @Get(fileAddresses('closed-rounds'))
  async file(@CurrentPerson() reader: SignedInPerson, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const all = seesAll(reader);
    return await this.lists.send(request, reply, {
      name: 'closed-rounds',
      columns: CLOSED_ROUNDS,
      batches: this.pages(all ? undefined : reader.id),
      record: {
        actorId: reader.id,
        action: 'closed-rounds.exported',
        subjectType: 'test_round',
        subjectId: all ? 'all' : 'own',
        detail: {},
      },
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
