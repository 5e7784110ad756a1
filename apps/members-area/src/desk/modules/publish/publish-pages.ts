import { HttpStatus, Injectable } from '@nestjs/common';
import { TasterIsNotCore } from '@induct/course';
import { Clock, dayInLondon, wantsPage } from '@induct/platform';
import { GateIsClosed, type Refusal } from '@induct/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { concernsAnybody } from './concerns.view';
import { orderForm, type PublishFields, type PublishOrder } from './publish-order';
import { checkView, firstFields, publishView, refusedView, type Way } from './publish.view';
import { versionHref } from '../version-href';
import { type VersionPage, VersionQueries } from '../version/version.queries';

const FORM = 'desk/modules/publish/publish.page.njk';
const CHECK = 'desk/modules/publish/publish-check.page.njk';

/** The pages on the way to publishing: the form, the check, and why not. The same through the gate and over it. */
@Injectable()
export class PublishPages {
  constructor(
    private readonly versions: VersionQueries,
    private readonly clock: Clock,
  ) {}

  async find(slug: string, number: string): Promise<VersionPage> {
    const version = await this.versions.find(slug, number);
    if (!version) throw new NotHere('version of a module');
    return version;
  }

  async form(version: VersionPage, way: Way, reply: FastifyReply) {
    const concerned = await this.versions.concerned(version.course.id);
    return await reply.view(FORM, publishView(version, way, concerned, firstFields(version), NO_PROBLEMS));
  }

  /**
   * Takes the form: shows it again when something is wrong with it, then what is about to happen, and does it when that
   * was confirmed. Programs say it once.
   */
  async take(
    { version, way, body }: { version: VersionPage; way: Way; body: PublishFields | undefined },
    publish: (order: PublishOrder) => Promise<{ publicationId: string }>,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ) {
    const concerned = await this.versions.concerned(version.course.id);
    const asks = concernsAnybody(concerned, version.course.published);
    const fields = body ?? {};
    const isPage = wantsPage(request);
    // A POST that only shows another page makes nothing.
    void reply.status(HttpStatus.OK);
    return await takeForm(reply, {
      schema: orderForm(asks, dayInLondon(this.clock.now())),
      sent: body,
      page: FORM,
      view: (form, problems) => publishView(version, way, concerned, form as PublishFields, problems),
      refusals: [atField(TasterIsNotCore, 'core')],
      take: async (order) => {
        if (isPage && fields.change === 'yes') {
          return await reply.view(FORM, publishView(version, way, concerned, fields, NO_PROBLEMS));
        }
        if (isPage && fields.confirmed !== 'yes') {
          return await reply.view(CHECK, checkView(version, way, concerned, order, fields));
        }
        try {
          const { publicationId } = await publish(order);
          const href = versionHref(version);
          if (isPage) return `${href}?done=published`;
          return await reply.status(HttpStatus.CREATED).header('location', href).send({ publicationId, href });
        } catch (error) {
          if (error instanceof GateIsClosed) return await this.refused(version, error.refusals, { request, reply });
          throw error;
        }
      },
    });
  }

  /** Why it cannot be published, each with the link to mend it. */
  async refused(
    version: VersionPage,
    refusals: readonly Refusal[],
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ) {
    void reply.status(HttpStatus.CONFLICT);
    const page = refusedView(version, refusals);
    if (wantsPage(request)) return await reply.view('desk/modules/publish/publish-refused.page.njk', page);
    const { title } = new GateIsClosed(refusals);
    const detail = refusals.map(({ words }) => words).join(' ');
    const problem = { type: 'about:blank', status: HttpStatus.CONFLICT, title, detail, refusals };
    return await reply.type('application/problem+json').send(problem);
  }
}
