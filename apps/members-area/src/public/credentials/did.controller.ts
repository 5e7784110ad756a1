import { Get, Res } from '@nestjs/common';
import { Credentials } from '@induct/accreditation';
import { JsonRoute } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { DidJson } from './credentials.json';
import { forEverySite } from './for-every-site';

/** Where `did:web` looks for whose credentials are ours. */
@Screen({ path: '.well-known', access: ['public'] })
export class DidController {
  constructor(private readonly credentials: Credentials) {}

  @Get('did.json')
  @JsonRoute('The keys that this council signs credentials with, or did (did:web)', DidJson)
  async document(@Res() reply: FastifyReply) {
    const document = await this.credentials.didDocument();
    return await forEverySite(reply).header('content-type', 'application/json').send(JSON.stringify(document));
  }
}
