import { Body, Get, Param, Post, Res } from '@nestjs/common';
import { OrderIsNoTaster, TasterIsAskedFor, TasterIsNotCore, TasterMustBePublished, Tasters } from '@induct/course';
import { CandidatesAreas } from '@induct/handbook';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { Screen } from '../../../frame/screen';
import { freezeView } from '../../../words/freeze';
import { type Module, ModulesQueries } from '../modules.queries';

const PAGE = 'desk/modules/taster/taster.page.njk';
const TasterForm = z.object({ taster: z.enum(['yes', 'no'], 'Select whether anybody may try it') });

/** Whether a module may be tried without an account, by whoever thinks of standing for the council. */
@Screen({ path: 'admin/modules/:slug/taster', access: ['officer'], title: 'Without an account' })
export class TasterController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly tasters: Tasters,
    private readonly areas: CandidatesAreas,
  ) {}

  @Get()
  async show(@Param('slug') slug: string, @Res() reply: FastifyReply) {
    const module = await this.find(slug);
    return await reply.view(PAGE, await this.view(module, module.taster ? 'yes' : 'no', NO_PROBLEMS));
  }

  @Post()
  async change(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const module = await this.find(slug);
    return await takeForm(reply, {
      schema: TasterForm,
      sent,
      page: PAGE,
      view: ({ taster }, problems) => this.view(module, taster, problems),
      refusals: [
        atField(TasterIsNotCore, 'taster'),
        atField(TasterMustBePublished, 'taster'),
        atField(TasterIsAskedFor, 'taster'),
        atField(OrderIsNoTaster, 'taster'),
      ],
      take: async ({ taster }) => {
        await (taster === 'yes' ? this.tasters.begin(module.id, officer.id) : this.tasters.end(module.id, officer.id));
        return `/admin/modules/${encodeURIComponent(slug)}?done=${taster === 'yes' ? 'taster' : 'no-taster'}`;
      },
    });
  }

  private async find(slug: string): Promise<Module> {
    const module = await this.modules.find(slug);
    if (!module) throw new NotHere('module');
    return module;
  }

  private async view({ slug, title }: Module, taster: unknown, problems: FormProblems) {
    const freeze = await this.areas.freeze();
    return {
      module: { title, href: `/admin/modules/${encodeURIComponent(slug)}` },
      form: { taster },
      freeze: freeze && freezeView(freeze),
      ...problems,
    };
  }
}
