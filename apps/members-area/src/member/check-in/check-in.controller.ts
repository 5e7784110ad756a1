import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import { CheckIns, CodeIsOld, CodeIsWrong } from '@induct/events';
import { Allowance, Clock, DomainError } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Fields, type FormProblems, NO_PROBLEMS, problemAt } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { atWords } from './check-in.view';

const PAGE = 'member/check-in/check-in.page.njk';
const PER_MINUTE = 10;
const Form = z.object({
  code: z
    .string('Enter the code that is shown in the room')
    .trim()
    .min(1, 'Enter the code that is shown in the room')
    .max(30, 'Enter the 8 letters that are shown in the room'),
});

export class TooManyCodes extends DomainError {
  readonly kind = 'too-many';
  readonly title = 'Too many codes in a short time';
  override readonly remedy = 'Please wait a minute, then enter the code that is shown then.';
}

/** Saying that one is there, by the code that is shown in the room. */
@Screen({
  path: 'check-in',
  access: ['signed-in'],
  proof: 'any',
  title: 'Check in',
  pages: { ':code': 'Check in at a session' },
})
export class CheckInController {
  private readonly allowance = new Allowance(PER_MINUTE);

  constructor(
    private readonly checkIns: CheckIns,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  ask() {
    return { form: {}, ...NO_PROBLEMS };
  }

  /** What the picture in the room leads to. Only the button says that one is there. */
  @Get(':code')
  async look(@Param('code') code: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    this.mayTry(person);
    try {
      return await reply.view(PAGE, { at: atWords(await this.checkIns.find(code)), form: { code }, ...NO_PROBLEMS });
    } catch (error) {
      if (!(error instanceof CodeIsOld || error instanceof CodeIsWrong)) throw error;
      // Whoever signs in first comes too late with the one they scanned, and types the next into an empty box.
      const form = error instanceof CodeIsOld ? {} : { code };
      return await reply.status(400).view(PAGE, { form, ...problemAt('code', error.title) });
    }
  }

  @Post()
  async checkIn(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    this.mayTry(person);
    return await takeForm(reply, {
      schema: Form,
      sent,
      page: PAGE,
      view: (form: Fields, problems: FormProblems) => ({ form, ...problems }),
      refusals: [atField(CodeIsOld, 'code'), atField(CodeIsWrong, 'code')],
      take: async ({ code }) =>
        await reply.status(200).view(PAGE, {
          done: atWords(await this.checkIns.checkIn(code, person.id)),
          form: {},
          ...NO_PROBLEMS,
        }),
    });
  }

  /** Whoever tries letters out needs many. */
  private mayTry({ id }: SignedInPerson): void {
    if (this.allowance.take(id, this.clock.now().getTime()) > 0) throw new TooManyCodes();
  }
}
