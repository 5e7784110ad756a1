import { Body, Get, Header, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { type CheckResult, readCertificateNumber, Verification } from '@induct/accreditation';
import { JsonRoute } from '@induct/platform';
import type {} from '@fastify/view';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { OldPaper } from './old-paper';
import { hashUpload } from './pdf-upload';
import { HolderForm, SecretQuery, VerifyQuery } from './verify.form';
import { VerifyGuard } from './verify.guard';
import { CheckedJson, checkedJson } from './verify.json';
import { factRows, statusOf, verdictOf } from './verify.view';

const FORM = 'public/verify/verify.page.njk';
const RESULT = 'public/verify/result.page.njk';
const ROBOTS = ['x-robots-tag', 'noindex, nofollow'] as const;

/**
 * For strangers: no sign-in, and nothing needs a script. The secret of a QR code comes in a request's body, never in an
 * address; an old certificate's address is left at once (`OldPaper`).
 */
@Screen({
  path: 'verify',
  access: ['public'],
  title: 'Check a certificate',
  pages: { ':number': 'What a certificate says', 'file/:sha256': 'Which certificate a PDF is' },
})
@UseGuards(VerifyGuard)
export class VerifyController {
  constructor(
    private readonly verification: Verification,
    private readonly oldPaper: OldPaper,
  ) {}

  @Get()
  @Header(...ROBOTS)
  async form(@Query({ schema: VerifyQuery }) { number }: VerifyQuery, @Res() reply: FastifyReply): Promise<void> {
    if (number === undefined) return reply.view(FORM, {});
    const read = readCertificateNumber(number);
    if ('number' in read) return void reply.redirect(`/verify/${read.number}`, 303);
    const text = number === '' ? 'Enter a certificate number' : verdictOf({ outcome: read.problem }).heading;
    const hint = number === '' ? undefined : verdictOf({ outcome: read.problem }).words;
    await this.again(reply, 'number', text, { number, numberHint: hint });
  }

  @Post('file')
  @Header(...ROBOTS)
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const upload = await hashUpload(request);
    if ('problem' in upload) return this.again(reply, 'pdf', upload.problem, {});
    void reply.redirect(`/verify/file/${upload.sha256}`, 303);
  }

  @Get('file/:sha256')
  @Header(...ROBOTS)
  @JsonRoute('Which certificate a PDF is, by its SHA-256', CheckedJson)
  async byFile(@Param('sha256') sha256: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.answer(request, reply, await this.verification.checkFile(sha256), { byFile: true });
  }

  @Get(':number')
  @Header(...ROBOTS)
  @JsonRoute('What a certificate says, and whether it is in force', CheckedJson)
  async byNumber(
    @Param('number') number: string,
    @Query({ schema: SecretQuery }) { k }: SecretQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // A program follows no redirect with a cookie; whoever still asks like this gets an answer.
    if (k !== undefined && !wantsJson(request)) return this.oldPaper.leaveAddress(reply, number, k);
    const secret = k ?? this.oldPaper.takeSecret(request, reply, number);
    await this.answer(request, reply, await this.verification.check(number, secret), { typed: number });
  }

  @Post(':number')
  @Header(...ROBOTS)
  async belongsTo(
    @Param('number') number: string,
    @Body({ schema: HolderForm }) { name, k }: HolderForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (k !== undefined) {
      return this.answer(request, reply, await this.verification.check(number, k), { typed: number });
    }
    const belongs = name === '' ? undefined : await this.verification.belongsTo(number, name);
    const problem = name === '' ? { errors: [{ text: 'Enter a name', href: '#name' }], nameError: 'Enter a name' } : {};
    await this.answer(request, reply, await this.verification.check(number), {
      typed: number,
      name,
      belongs,
      ...problem,
    });
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    result: CheckResult,
    more: { typed?: string; name?: string; belongs?: boolean | undefined; byFile?: boolean; errors?: unknown[] },
  ): Promise<void> {
    void reply.status(more.errors ? 400 : statusOf(result)).header('vary', 'accept');
    if (wantsJson(request)) return void reply.send({ ...checkedJson(result), belongs: more.belongs });
    const found = result.outcome === 'found' ? result.certificate : undefined;
    const verdict = more.byFile && !found ? NOT_OUR_FILE : verdictOf(result);
    await reply.view(RESULT, { ...more, verdict, found, rows: found && factRows(found) });
  }

  private async again(reply: FastifyReply, field: string, text: string, values: object): Promise<void> {
    const errors = [{ text, href: `#${field}` }];
    await reply.status(400).view(FORM, { ...values, errors, message: { [field]: { text } } });
  }
}

const NOT_OUR_FILE = {
  kind: 'bad',
  heading: 'This file is not one of our certificates',
  words:
    'This council did not issue it, or it was changed afterwards: every byte counts. A scan or a photo of a certificate is another file too. Check the number that is printed on it instead.',
} as const;

function wantsJson({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  return /\bapplication\/(\w+\+)?json\b/.test(accept) && !accept.includes('text/html');
}
