import { Get, Param, Query, Req, Res } from '@nestjs/common';
import {
  type EffectRow,
  namesOf,
  NothingIsDrafted,
  SchemeNotFound,
  SchemeQueries,
  Simulations,
} from '@induct/accreditation';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses, fileKindOf, sendListFile } from '../../lists/list-file';
import { effectColumns, EffectsFilter } from './effects.view';
import { inWorkOf } from './schemes.view';

/** What a version changes as a file. Taking it away is on record. */
@Screen({ path: 'admin/schemes/:slug', access: ['officer'] })
export class EffectsFileController {
  constructor(
    private readonly queries: SchemeQueries,
    private readonly simulations: Simulations,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get(fileAddresses('effects'))
  async file(
    @Param('slug') slug: string,
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filter = EffectsFilter.parse(query);
    const kind = fileKindOf(request);
    const [scheme, nameable] = await Promise.all([this.queries.bySlug(slug), this.queries.nameable()]);
    if (!scheme) throw new SchemeNotFound();
    const version =
      filter.of === ''
        ? inWorkOf(scheme.versions)
        : scheme.versions.find(({ simulationId }) => simulationId === filter.of);
    const id = version?.simulationId ?? (version && (await this.simulations.newestOf(version.id))?.id);
    if (id === undefined) throw new NothingIsDrafted();
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'scheme.effects-exported',
        subjectType: 'scheme',
        subjectId: scheme.id,
        detail: { kind: filter.kind, only: filter.only, as: kind },
      }),
    );
    return await sendListFile(reply, {
      kind,
      name: `${slug}-${dayInLondon(this.clock.now())}`,
      columns: effectColumns(namesOf(nameable)),
      batches: this.pages(id, filter),
    });
  }

  private async *pages(simulationId: string, filter: EffectsFilter): AsyncGenerator<EffectRow[]> {
    for (let offset = 0; ; offset += 1000) {
      const { rows } = await this.queries.effects(simulationId, filter, 1000, offset);
      if (rows.length > 0) yield rows;
      if (rows.length < 1000) return;
    }
  }
}
