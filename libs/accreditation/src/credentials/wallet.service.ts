import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock, FileStore } from '@induct/platform';
import { ZipFile } from 'yazl';
import type { Certificate } from '../certificate/certificate';
import { type BadgeFormat, badgeWith } from './badge-picture';
import { Credentials } from './credentials.service';
import { walletText } from './wallet-text';

/** What a holder may have of a certificate beside the PDF. */
export const WALLET_FILES = ['credential.json', 'credential.jwt', 'badge.png', 'badge.svg'] as const;
export type WalletFile = (typeof WALLET_FILES)[number];

export const WALLET_TYPES: Record<WalletFile, string> = {
  'credential.json': 'application/vc+ld+json',
  'credential.jwt': 'application/vc+jwt',
  'badge.png': 'image/png',
  'badge.svg': 'image/svg+xml',
};

/** A certificate in the forms in which its holder keeps and shows it. Who asks was looked at before. */
@Injectable()
export class Wallet {
  constructor(
    private readonly credentials: Credentials,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** A badge is made to be shown: its credential names nobody. What goes into a wallet names its holder. */
  async file(certificate: Certificate, file: WalletFile): Promise<Buffer> {
    if (file === 'credential.jwt') return Buffer.from(await this.credentials.jwt(certificate, { withName: true }));
    const isBadge = file.startsWith('badge.');
    const json = await this.credentials.json(certificate, { withName: !isBadge });
    return isBadge ? badgeWith(json, file.slice('badge.'.length) as BadgeFormat) : Buffer.from(json, 'utf8');
  }

  /** All of it in one zip. */
  async everything(certificate: Certificate): Promise<Readable> {
    const made = await Promise.all(WALLET_FILES.map((name) => this.file(certificate, name)));
    const zip = new ZipFile();
    const stream = zip.outputStream as Readable;
    zip.on('error', (error: Error) => stream.destroy(error));
    const mtime = this.clock.now();
    const { number, pdfSha256 } = certificate;
    for (const [at, name] of WALLET_FILES.entries()) zip.addBuffer(made[at]!, `${number} ${name}`, { mtime });
    zip.addBuffer(Buffer.from(walletText(number), 'utf8'), 'Read me.txt', { mtime });
    if (pdfSha256 !== null && (await this.files.has(pdfSha256))) {
      zip.addReadStream(this.files.stream(pdfSha256), `Certificate ${number}.pdf`, { mtime, compress: false });
    }
    zip.end();
    return stream;
  }
}
