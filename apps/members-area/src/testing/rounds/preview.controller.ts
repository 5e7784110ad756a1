import { Body, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { FindingNotFound, Previews } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { isId } from '../../frame/not-here';
import { WORKERS } from '../readers';
import { RoundPages } from './round-pages';

interface Where {
  /** `yes`: from the beginning. */
  fresh?: unknown;
  /** A part to begin at. */
  sco?: unknown;
  /** A finding to go to. */
  finding?: unknown;
}

/** Opens the player on the version under test: on the content origin, by a capability in its address. */
@Screen({ path: 'testing/rounds/:roundId/preview', access: WORKERS })
export class PreviewController {
  constructor(
    private readonly pages: RoundPages,
    private readonly previews: Previews,
  ) {}

  @Post()
  async open(
    @Param('roundId') roundId: string,
    @Body() body: Where | undefined,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const round = await this.pages.find(roundId, person);
    const { url } = await this.previews.open({
      versionId: round.versionId,
      roundId: round.id,
      by: person.id,
      fresh: body?.fresh === 'yes',
      ...goTo(body ?? {}),
    });
    return await reply.redirect(url, HttpStatus.SEE_OTHER);
  }
}

function goTo({ sco, finding }: Where): { goTo?: { findingId: string } | { sco: string } } {
  if (typeof finding === 'string' && finding !== '') {
    if (!isId(finding)) throw new FindingNotFound();
    return { goTo: { findingId: finding } };
  }
  return typeof sco === 'string' && sco !== '' ? { goTo: { sco } } : {};
}
