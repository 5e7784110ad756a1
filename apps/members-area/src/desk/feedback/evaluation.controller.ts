import { Get, Query, Render, Req, Res } from '@nestjs/common';
import { Evaluation } from '@induct/events';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { EvaluationFilter, monthsOf } from './evaluation-filter';
import { evaluationColumns, type EvaluationRow, evaluationRows, evaluationView } from './evaluation.view';

/** Whether the programme was worth it, at three levels: what people said, what they can do, what it contributed. */
@Screen({
  path: 'admin/programme',
  access: ['officer', 'auditor'],
  pages: { evaluation: 'Evaluation' },
  menu: { area: 'desk', group: 'Programme', text: 'Evaluation', order: 56, href: '/admin/programme/evaluation' },
})
export class EvaluationController {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly lists: ListsAway,
    private readonly clock: Clock,
  ) {}

  @Get('evaluation')
  @Render('desk/feedback/evaluation.page.njk')
  async show(@Query() query: unknown, @CurrentPerson() person: SignedInPerson) {
    return evaluationView({ ...(await this.read(query)), isOfficer: person.roles.includes('officer') });
  }

  @Get(fileAddresses('evaluation'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { span, rows } = await this.read(query);
    return await this.lists.send(request, reply, {
      name: 'evaluation',
      columns: evaluationColumns(person.roles.includes('officer')),
      batches: atOnce(rows),
      record: {
        actorId: person.id,
        action: 'evaluation.exported',
        subjectType: 'programme',
        subjectId: `${span.from} to ${span.to}`,
        detail: {},
      },
    });
  }

  private async read(query: unknown) {
    const filter = EvaluationFilter.parse(query);
    const today = dayInLondon(this.clock.now());
    const span = monthsOf(filter, today);
    return { filter, today, span, rows: evaluationRows(await this.evaluation.tookPlace(span.first, span.last)) };
  }
}

async function* atOnce(rows: readonly EvaluationRow[]): AsyncGenerator<readonly EvaluationRow[]> {
  yield rows;
}
