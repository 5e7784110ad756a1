import { Body as Sent, Get, Post, Render, Res } from '@nestjs/common';
import {
  Bodies,
  BODY_KIND_NAMES,
  BODY_KINDS,
  BodyNameIsTaken,
  EndsBeforeItBegins,
  ExternalIdIsTaken,
} from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { newBody } from './body.form';

const PAGE = 'desk/council/body/new-body.page.njk';

/** A committee, a panel or a political group is added. */
@Screen({
  path: 'admin/council/bodies/new',
  access: ['officer', 'administrator'],
  title: 'Add a committee, panel or group',
})
export class NewBodyController {
  constructor(private readonly bodies: Bodies) {}

  @Get()
  @Render(PAGE)
  blank() {
    return page({}, NO_PROBLEMS);
  }

  @Post()
  async add(@Sent() sent: unknown, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: newBody,
      sent,
      page: PAGE,
      view: page,
      refusals: [
        atField(BodyNameIsTaken, 'name'),
        atField(ExternalIdIsTaken, 'externalId'),
        atField(EndsBeforeItBegins, 'last-day'),
      ],
      take: async (given) => `/admin/council/bodies/${await this.bodies.add({ ...given, by: officer.id })}?done=added`,
    });
  }
}

const page = (form: Fields, problems: FormProblems) => ({
  kinds: BODY_KINDS.map((value) => ({ value, text: BODY_KIND_NAMES[value] })),
  form: { kind: 'committee', substitutes: 'none', ...form },
  ...problems,
});
