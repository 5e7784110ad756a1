import { Body, Post, Req, Res } from '@nestjs/common';
import { Transactions } from '@induct/platform';
import { Devices, safePath } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { takeForm } from '../../forms/take-form';
import { AgainForm } from './sign-in.form';

/** A device that its owner said is theirs alone: one press, and they are in, weakly. */
@Screen({ path: 'sign-in/device', access: ['public'] })
export class DeviceController {
  constructor(
    private readonly devices: Devices,
    private readonly browser: SignInBrowser,
    private readonly transactions: Transactions,
  ) {}

  @Post()
  async continue(@Body() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return await this.take(sent, reply, async (next) => {
      const secret = this.browser.device(request);
      const isIn = await this.transactions.run(async (tx) => {
        const personId = secret && (await this.devices.use(tx, secret));
        if (personId) await this.browser.signInWithin(tx, request, reply, personId, 'device');
        return Boolean(personId);
      });
      if (isIn) return next;
      this.browser.forgetDevice(reply);
      return signInTo(next);
    });
  }

  @Post('forget')
  async forget(@Body() sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return await this.take(sent, reply, async (next) => {
      const secret = this.browser.device(request);
      if (secret) await this.devices.forget(secret);
      this.browser.forgetDevice(reply);
      return signInTo(next);
    });
  }

  private take(sent: unknown, reply: FastifyReply, then: (next: string) => Promise<string>) {
    const form = { schema: AgainForm, sent, page: 'public/sign-in/sign-in.page.njk', view: () => '/sign-in' };
    return takeForm(reply, { ...form, take: ({ next }) => then(safePath(next)) });
  }
}

const signInTo = (next: string): string => (next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
