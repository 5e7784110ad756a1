import { Injectable } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { LinkCheckRepository } from './link-check.repository';
import { afterLook, type Look } from './look';

/** What is known of addresses. */
@Injectable()
export class LinkChecks {
  constructor(
    private readonly checks: LinkCheckRepository,
    private readonly clock: Clock,
  ) {}

  /** Somebody has looked. @param url `https://…` */
  async record(url: string, look: Look): Promise<void> {
    const before = await this.checks.failingSince(url);
    await this.checks.save([afterLook(url, look, { before, now: this.clock.now() })]);
  }
}
