import { Get, Post, Query, Req, Res } from '@nestjs/common';
import {
  ByHandWaits,
  HoldsOneAlready,
  IssuingByHand,
  NoSchemeThatDay,
  NotAFileThatShows,
  NotForOneself,
  WouldHaveExpired,
} from '@induct/accreditation';
import { PeopleService, type Person } from '@induct/people';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readFormWithFile } from '../../forms/attached-file';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { CHOOSE_PERSON_PAGE, choosePerson, PersonAsked } from '../choose-person/choose-person';
import { byHandForm } from './by-hand.form';
import { newByHandPage } from './by-hand.view';

const PAGE = 'desk/by-hand/new-by-hand.page.njk';
const CHOOSING = { heading: 'Issue a certificate by hand', to: '/admin/by-hand/new', label: 'Who is it for?' };
const Wanted = PersonAsked.extend({ person: z.string().optional().catch(undefined) });

/** An officer proposes a certificate for what Induct did not see. */
@Screen({ path: 'admin/by-hand/new', access: ['officer'], title: 'Issue a certificate by hand' })
export class NewByHandController {
  constructor(
    private readonly byHand: IssuingByHand,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query({ schema: Wanted }) { person: id, q }: z.infer<typeof Wanted>, @Res() reply: FastifyReply) {
    if (id !== undefined) return await reply.view(PAGE, await this.page(await this.find(id), {}, NO_PROBLEMS));
    const choice = await choosePerson(this.people, q, CHOOSING, (person) => `/admin/by-hand/new?person=${person}`);
    return await reply.view(CHOOSE_PERSON_PAGE, choice);
  }

  @Post()
  async propose(@Req() request: FastifyRequest, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const sent = await readFormWithFile(request);
    const person = await this.find(String(sent.person));
    return await takeForm(reply, {
      schema: byHandForm(this.clock.now()),
      sent,
      page: PAGE,
      view: (form, problems) => this.page(person, form, problems),
      refusals: [
        atField(NoSchemeThatDay, 'achieved-day'),
        atField(WouldHaveExpired, 'achieved-day'),
        atField(HoldsOneAlready, 'scheme'),
        atField(ByHandWaits, 'scheme'),
        atField(NotForOneself, 'scheme'),
        atField(NotAFileThatShows, 'file'),
      ],
      take: async ({ scheme: schemeId, ...proposed }) => {
        await this.byHand.propose({ ...proposed, schemeId, personId: person.id, by: officer.id });
        return '/admin/by-hand?done=proposed';
      },
    });
  }

  private async page(person: Person, form: Fields, problems: FormProblems) {
    return newByHandPage(person, await this.byHand.schemes(), form, problems);
  }

  private async find(id: string): Promise<Person> {
    const person = isId(id) ? await this.people.find(id) : undefined;
    if (!person || person.deactivatedAt) throw new NotHere('person');
    return person;
  }
}
