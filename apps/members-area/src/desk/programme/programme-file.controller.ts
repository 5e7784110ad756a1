import { Get, Query, Req, Res } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { programmeColumns } from './programme.view';
import { ProgrammeYear } from './programme-year';
import { YearFilter } from './year-filter';
import type { YearRow } from './year-rows';

/** The programme as a file. */
@Screen({ path: 'admin', access: ['officer', 'auditor'] })
export class ProgrammeFileController {
  constructor(
    private readonly programme: ProgrammeYear,
    private readonly lists: ListsAway,
    private readonly clock: Clock,
  ) {}

  @Get(fileAddresses('programme'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { state, kind, ...filter } = YearFilter.parse(query);
    const { span, rows } = await this.programme.read({ ...filter, state, kind }, dayInLondon(this.clock.now()));
    return await this.lists.send(request, reply, {
      name: 'programme',
      columns: programmeColumns(person.roles.includes('officer')),
      batches: atOnce(rows),
      record: {
        actorId: person.id,
        action: 'programme.exported',
        subjectType: 'programme',
        subjectId: `${span.from} to ${span.to}`,
        detail: { state: state || 'all', kind: kind || 'all' },
      },
    });
  }
}

async function* atOnce(rows: readonly YearRow[]): AsyncGenerator<readonly YearRow[]> {
  yield rows;
}
