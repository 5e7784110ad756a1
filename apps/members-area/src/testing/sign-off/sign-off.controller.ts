import { Body, Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { answeredNo, RoundIsClosed, RoundNotFound, SignOffs } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { RoundPages } from '../rounds/round-pages';
import { signOffFields, type SignOffFields, signOffForm } from './sign-off.form';
import { signOffCheckView } from './sign-off-check.view';
import { signOffView } from './sign-off.view';

const PAGE = 'testing/sign-off/sign-off.page.njk';
const CHECK = 'testing/sign-off/sign-off-check.page.njk';

/** A tester says that a version may be published, or why not. */
@Screen({ path: 'testing/rounds/:roundId/sign-off', access: ['tester'], title: 'Sign off or refuse' })
export class SignOffController {
  constructor(
    private readonly pages: RoundPages,
    private readonly signOffs: SignOffs,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('roundId') roundId: string, @CurrentPerson() tester: SignedInPerson) {
    const { round, me } = await this.find(roundId, tester);
    const fields = signOffFields(round.checklist, me);
    return signOffView({ round, me, fields, problems: NO_PROBLEMS, now: this.clock.now() });
  }

  @Post()
  async decide(
    @Param('roundId') roundId: string,
    @Body() body: SignOffFields | undefined,
    @CurrentPerson() tester: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { round, me } = await this.find(roundId, tester);
    const shown = { round, me, now: this.clock.now() };
    if (body?.change === 'yes') {
      const page = signOffView({ ...shown, fields: body, problems: NO_PROBLEMS });
      return await reply.status(HttpStatus.OK).view(PAGE, page);
    }
    return await takeForm(reply, {
      schema: signOffForm(round.checklist),
      sent: body,
      page: PAGE,
      view: (fields, problems) => signOffView({ ...shown, fields: fields as SignOffFields, problems }),
      take: async (said) => {
        if (said.decision === 'refused') {
          await this.signOffs.refuse(roundId, tester.id, said);
          return addressOf(roundId, 'refused');
        }
        if (!said.despiteNo && answeredNo(round.checklist, said.checklist).length > 0) {
          return await reply.status(HttpStatus.OK).view(CHECK, signOffCheckView(round, said.checklist, body?.reason));
        }
        await this.signOffs.signOff(roundId, tester.id, said);
        return addressOf(roundId, 'signed-off');
      },
    });
  }

  /** @throws RoundNotFound for whoever is not in the round, RoundIsClosed */
  private async find(roundId: string, tester: SignedInPerson) {
    const round = await this.pages.find(roundId, tester);
    const me = round.testersList.find(({ personId }) => personId === tester.id);
    if (!me) throw new RoundNotFound();
    if (round.state === 'closed') throw new RoundIsClosed();
    return { round, me };
  }
}

const addressOf = (roundId: string, done: 'signed-off' | 'refused') => `/testing/rounds/${roundId}?done=${done}`;
