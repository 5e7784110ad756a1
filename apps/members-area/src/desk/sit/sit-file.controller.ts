import { Get, Query, Req, Res } from '@nestjs/common';
import { type Sitter, WhoMaySit } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import type { Column } from '../../lists/list';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { THEN_AND_NOW } from './as-of.view';
import { type Asked, bodyOf, dayOf, SitFilter } from './sit-filter';
import { SitQueries } from './sit.queries';
import { inOrder, SITTERS } from './sit.view';
import { ThenAndNowQueries } from './then-and-now.queries';

/** Who may sit, and who could, as files. Taking one away is on record. */
@Screen({ path: 'admin', access: ['officer'] })
export class SitFileController {
  constructor(
    private readonly who: WhoMaySit,
    private readonly queries: SitQueries,
    private readonly both: ThenAndNowQueries,
    private readonly lists: ListsAway,
    private readonly clock: Clock,
  ) {}

  @Get(fileAddresses('sit'))
  async sitters(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { body: id, on } = SitFilter.parse(query);
    const now = this.clock.now();
    const read = dayOf(on, dayInLondon(now));
    const asked: Asked = { ...read, body: bodyOf(await this.queries.bodies(read.day), id) };
    const bodyIds = asked.body ? [asked.body.id] : [];
    const rows: Sitter[] = inOrder(await this.who.on({ day: asked.day, knownAt: now, bodyIds }));
    return await this.send(reply, { request, officer, asked, name: 'who-may-sit', columns: SITTERS, rows });
  }

  @Get(fileAddresses('as-of'))
  async asOf(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { asked, rows } = await this.both.answer(SitFilter.parse(query), this.clock.now());
    return await this.send(reply, { request, officer, asked, name: 'who-could-sit', columns: THEN_AND_NOW, rows });
  }

  private async send<Row>(reply: FastifyReply, file: Taken<Row>) {
    const { request, officer, asked, name, columns, rows } = file;
    const record = { actorId: officer.id, action: 'sitting.exported', subjectType: 'body' };
    return await this.lists.send(request, reply, {
      name: `${name}-on-${asked.day}`,
      columns,
      batches: once(rows),
      record: { ...record, subjectId: asked.body?.id ?? 'none', detail: { day: asked.day, list: name } },
    });
  }
}

interface Taken<Row> {
  request: FastifyRequest;
  officer: SignedInPerson;
  asked: Asked;
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/** As long as a body is, and no longer. */
async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}
