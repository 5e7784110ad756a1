import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import {
  type CouncilMarkEntity,
  CouncilMarks,
  LARGEST_PICTURE,
  MarkNotFound,
  MarkWaits,
  NotAPictureForCertificates,
} from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayFields } from '../../forms/day-fields';
import { readFileForm } from '../../forms/file-form';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { MarkDecision, markForm } from './council-mark.form';
import { councilMarkView, markView } from './council-mark.view';

const FORM = 'desk/council-mark/new-mark.page.njk';
const DECIDE = 'desk/council-mark/decide-mark.page.njk';
const HERE = '/admin/council-mark';

/** The council's arms or logo on certificates: an officer proposes, another person of the desk confirms. */
@Screen({
  path: 'admin/council-mark',
  access: ['officer', 'administrator'],
  title: 'The council’s arms or logo',
  menu: { area: 'desk', group: 'Accreditation', text: 'Arms or logo', order: 62 },
  pages: { new: 'Propose other arms or another logo', ':id': 'Confirm arms or a logo' },
  back: 'The council’s arms or logo',
})
export class CouncilMarkController {
  constructor(
    private readonly marks: CouncilMarks,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/council-mark/council-mark.page.njk')
  async show(@CurrentPerson() person: SignedInPerson, @Query('done') done: unknown) {
    const all = await this.marks.all();
    const about = { names: await this.namesIn(all), today: this.today(), reader: person.id, done };
    return { ...councilMarkView(all, about), mayPropose: person.roles.includes('officer') };
  }

  @Get('new')
  @Access('officer')
  @Render(FORM)
  ask() {
    return { form: dayFields('from', this.today()), ...NO_PROBLEMS };
  }

  @Post('new')
  @Access('officer')
  async propose(@Req() request: FastifyRequest, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: markForm(this.today()),
      sent: await readFileForm(request, LARGEST_PICTURE),
      page: FORM,
      view: ({ file: _file, ...form }, problems) => ({ form, ...problems }),
      refusals: [atField(NotAPictureForCertificates, 'file'), atField(MarkWaits, 'file')],
      take: async (given) => {
        const { is } = await this.marks.propose(given, officer.id);
        return `${HERE}?done=${is === 'waiting' ? 'waiting' : 'alone'}`;
      },
    });
  }

  @Get(':id')
  @Render(DECIDE)
  async look(@Param('id') id: string, @CurrentPerson() person: SignedInPerson) {
    return { ...(await this.decidable(id, person)), form: {}, ...NO_PROBLEMS };
  }

  @Post(':id')
  async decide(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { isMine, ...shown } = await this.decidable(id, person);
    return await takeForm(reply, {
      schema: MarkDecision,
      sent,
      page: DECIDE,
      view: (form, problems) => ({ ...shown, isMine, form, ...problems }),
      take: async ({ decision }) => {
        if (decision === 'confirm') await this.marks.confirm(id, person.id);
        else await this.marks.refuse(id, person.id);
        return `${HERE}?done=${decision === 'confirm' ? 'confirmed' : isMine ? 'withdrawn' : 'refused'}`;
      },
    });
  }

  private async decidable(id: string, person: SignedInPerson) {
    if (!isId(id)) throw new MarkNotFound();
    const mark = await this.marks.find(id);
    return {
      ...markView(mark, await this.namesIn([mark])),
      isMine: mark.proposedBy === person.id,
      waits: mark.outcome === null,
    };
  }

  private namesIn(marks: readonly CouncilMarkEntity[]) {
    return this.people.names(
      marks.flatMap(({ proposedBy, decidedBy }) => [proposedBy, ...(decidedBy ? [decidedBy] : [])]),
    );
  }

  private today() {
    return dayInLondon(this.clock.now());
  }
}
