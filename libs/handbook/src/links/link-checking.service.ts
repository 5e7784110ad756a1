import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CouncilContacts } from '@induct/people';
import { Clock } from '@induct/platform';
import { LinkCheckRepository } from './link-check.repository';
import { LinkReader } from './link-reader';
import { afterLook, areWeCutOff, type Look } from './look';

/** So many in a turn: what is left comes in the next. */
const AT_MOST = 25;
/** Between two requests, so that no server has many of us at once. */
const POLITE_MS = 1000;

/** Looks at the addresses that members are sent to, and remembers what came of it. */
@Injectable()
export class LinkChecking {
  constructor(
    private readonly checks: LinkCheckRepository,
    private readonly reader: LinkReader,
    private readonly contacts: CouncilContacts,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at what is due, one after the other.
   * @param isStopping a turn ends after the look in hand
   * @param politeMs between two
   * @returns how many were looked at; what came of it is not kept while we are cut off ourselves
   */
  async checkDue(isStopping: () => boolean = () => false, politeMs = POLITE_MS): Promise<number> {
    const others = (await this.contacts.now()).links.map(({ url }) => url).filter((url) => /^https:\/\/\S+$/.test(url));
    const now = this.clock.now();
    await this.checks.forgetOthers(others);
    const looks: { url: string; before: Date | null; look: Look }[] = [];
    for (const { url, failingSince } of await this.checks.due(others, now, AT_MOST)) {
      if (isStopping()) break;
      if (looks.length > 0) await pause(politeMs);
      looks.push({ url, before: failingSince, look: await this.reader.look(url) });
    }
    if (areWeCutOff(looks)) return 0;
    await this.checks.save(looks.map(({ url, before, look }) => afterLook(url, look, { before, now })));
    return looks.length;
  }
}
