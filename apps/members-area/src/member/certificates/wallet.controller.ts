import { Get, Param, Res, StreamableFile } from '@nestjs/common';
import {
  type Certificate,
  CertificateIsSuspended,
  CertificateNotFound,
  Certificates,
  notThere,
  Wallet,
  WALLET_FILES,
  WALLET_TYPES,
} from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';

/** One's own certificates as files for wallets. Nobody else gets them, officers neither: they name their holder. */
@Screen({ path: 'certificates', access: ['signed-in'] })
export class WalletController {
  constructor(
    private readonly certificates: Certificates,
    private readonly wallet: Wallet,
  ) {}

  @Get(':number/everything.zip')
  async everything(
    @Param('number') number: string,
    @CurrentPerson() person: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const certificate = await this.own(number, person);
    if (!certificate.renderedAt) throw notThere(certificate);
    handOut(reply, 'application/zip', `Certificate ${certificate.number}.zip`);
    return new StreamableFile(await this.wallet.everything(certificate));
  }

  @Get(':number/wallet/:file')
  async file(
    @Param('number') number: string,
    @Param('file') asked: string,
    @CurrentPerson() person: SignedInPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = WALLET_FILES.find((name) => name === asked);
    if (!file) throw new NotHere('file');
    const certificate = await this.own(number, person);
    const bytes = await this.wallet.file(certificate, file);
    handOut(reply, WALLET_TYPES[file], `${certificate.number} ${file}`);
    return new StreamableFile(bytes);
  }

  /** Somebody else's and none at all are answered alike. */
  private async own(number: string, person: SignedInPerson): Promise<Certificate> {
    const certificate = await this.certificates.byNumber(number);
    if (certificate?.personId !== person.id) throw new CertificateNotFound();
    // An address that was kept from before: it is there again once that is lifted.
    if (certificate.state === 'suspended') throw new CertificateIsSuspended();
    if (certificate.state !== 'issued') throw new CertificateNotFound();
    return certificate;
  }
}

function handOut(reply: FastifyReply, type: string, name: string): void {
  void reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  });
}
