import { Body as Sent, Get, Post, Query, Render, Res } from '@nestjs/common';
import { WhoIsTold } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';

const PAGE = 'desk/mandates/told.page.njk';
/** A box alone is a text, several are a list. */
const several = z.preprocess((sent) => [sent ?? []].flat(), z.array(z.uuid()).max(200));
const ToldForm = z.object({ officers: several, monitoringOfficers: several });
type Chosen = Partial<Record<keyof z.infer<typeof ToldForm>, unknown>>;

/** Who hears of what is overdue. */
@Screen({ path: 'admin/mandates/told', access: ['officer'], title: 'Who is told' })
export class ToldController {
  constructor(private readonly told: WhoIsTold) {}

  @Get()
  @Render(PAGE)
  async show(@Query('done') done: unknown) {
    return { ...(await this.view(undefined, NO_PROBLEMS)), done };
  }

  @Post()
  async set(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: ToldForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(form, problems),
      take: async (setting) => {
        await this.told.set(setting, officer.id);
        return '/admin/mandates/told?done=set';
      },
    });
  }

  /** @param typed what was chosen in a form that came back */
  private async view(typed: Chosen | undefined, problems: FormProblems) {
    const { setting, desk } = await this.told.now();
    const chosen: Chosen = typed ?? setting;
    const boxes = (name: keyof Chosen) => {
      const checked = new Set([chosen[name] ?? []].flat());
      return desk.map(({ id, name: text, email }) => ({
        value: id,
        text,
        hint: { text: email, classes: 'induct-breaks' },
        checked: checked.has(id),
      }));
    };
    return { officers: boxes('officers'), monitoringOfficers: boxes('monitoringOfficers'), ...problems };
  }
}
