import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Certificates, CredentialCheck, Verification, Wallet, WALLET_FILES } from '@induct/accreditation';
import { FileStore, SystemIds } from '@induct/platform';
import { checkSignature, xmpNumber } from '@induct/printing';
import { type AwardTrial, openAwardTrial } from '../support/award-trial';
import { changedBytes, changedCredential, differenceOf, type IssuedFile, saysTheSame } from '../support/changed-files';
import { dice } from '../support/random-history';
import type { Trial } from '../support/trial';
import { hasProgram } from '../support/with-program';
import { WorkerProcess } from './worker-process';

const CERTIFICATES = 5;
/** PDFs, and as many credentials. */
const CHANGED = 10_000;
/** Of the PDFs. */
const FOR_PDFSIG = 300;
const MOST_SHOWN = 5;

/**
 * 10,000 PDFs and 10,000 credentials, each changed in another way: none may be accepted by what answers at /verify, nor by our check of a
 * PDF's signature. `pdfsig` looks at some of them, where it is installed.
 * @param seed draws the same changes again
 */
export async function changedFaults(trial: Trial, seed = Math.floor(Math.random() * 2 ** 31)): Promise<boolean> {
  const started = performance.now();
  trial.say(`changed: seed ${seed}`);
  const awards = await openAwardTrial(trial);
  const worker = new WorkerProcess(trial, awards.config);
  try {
    await worker.start();
    const ids: string[] = [];
    for (let nth = 0; nth < CERTIFICATES; nth++) ids.push(await awards.award(`Siân Member ${nth}`));
    const pdfs = await printed(awards, ids);
    await worker.stop();
    const wrong = [
      ...(await changedPdfs(awards, pdfs, seed, trial)),
      ...(await changedCredentials(awards, ids, seed, trial)),
      ...otherProgram(trial, pdfs, seed),
    ];
    const seconds = Math.round((performance.now() - started) / 1000);
    const shown = wrong.slice(0, MOST_SHOWN).map((line) => `\n  ${line}`);
    trial.say(
      `changed: ${CHANGED} PDFs and ${CHANGED} credentials, ${wrong.length} wrong (${seconds} s)${shown.join('')}`,
    );
    return wrong.length === 0;
  } finally {
    await worker.stop();
    await awards.close();
  }
}

async function printed({ app, config }: AwardTrial, ids: readonly string[]): Promise<Buffer[]> {
  const files = new FileStore(config, new SystemIds());
  const pdfs: Buffer[] = [];
  for (const id of ids) {
    let sha256: string | null | undefined;
    for (let tries = 0; !sha256 && tries < 1200; tries++) {
      const certificate = await app.get(Certificates, { strict: false }).find(id);
      if (certificate?.renderedAt) sha256 = certificate.pdfSha256;
      if (!sha256) await wait(50);
    }
    if (!sha256) throw new Error('A certificate was not printed in a minute');
    pdfs.push(await files.read(sha256));
  }
  return pdfs;
}

async function changedPdfs(
  { app }: AwardTrial,
  pdfs: readonly Buffer[],
  seed: number,
  { say }: Trial,
): Promise<string[]> {
  const verification = app.get(Verification, { strict: false });
  const roll = dice(seed);
  const isKnown = async (pdf: Buffer) => {
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return (await verification.checkFile(sha256, xmpNumber(pdf))).outcome === 'found';
  };
  const wrong: string[] = [];
  for (const pdf of pdfs) {
    if (!(await isKnown(pdf)) || !(await checkSignature(pdf))?.unchanged)
      wrong.push('a PDF as it was issued is refused');
  }
  for (let nth = 0; nth < CHANGED; nth++) {
    const pdf = roll.oneOf(pdfs);
    const changed = changedBytes(pdf, roll);
    if (pdfs.some((one) => one.equals(changed))) continue;
    if (await isKnown(changed)) wrong.push(`PDF ${nth} is taken for one of ours`);
    if ((await checkSignature(changed))?.unchanged) wrong.push(`the signature of PDF ${nth} is taken for whole`);
  }
  say(`changed: ${CHANGED} PDFs looked at`);
  return wrong;
}

async function changedCredentials(
  { app }: AwardTrial,
  ids: readonly string[],
  seed: number,
  { say }: Trial,
): Promise<string[]> {
  const [certificates, wallet] = [app.get(Certificates, { strict: false }), app.get(Wallet, { strict: false })];
  const check = app.get(CredentialCheck, { strict: false });
  const issued: IssuedFile[] = [];
  for (const id of ids) {
    const certificate = (await certificates.find(id))!;
    for (const name of WALLET_FILES) {
      const file = await wallet.file(certificate, name);
      const text = file.toString('utf8');
      const kind = name.slice(name.lastIndexOf('.') + 1) as IssuedFile['kind'];
      const start = text.indexOf('{\n  "@context"');
      const json = kind === 'jwt' ? '' : text.slice(start, text.indexOf('\n}', start) + 2);
      issued.push({ kind, file, json });
    }
  }
  const wrong: string[] = [];
  for (const { kind, file } of issued) {
    if ((await check.check(file)).outcome !== 'genuine')
      wrong.push(`a credential as it was issued is refused: ${kind}`);
  }
  const roll = dice(seed + 1);
  let same = 0;
  for (let nth = 0; nth < CHANGED; nth++) {
    const one = roll.oneOf(issued);
    const changed = changedCredential(one, roll);
    if ((await check.check(changed)).outcome !== 'genuine') continue;
    if (saysTheSame(one, changed)) same++;
    else wrong.push(`accepted: ${differenceOf(one, changed)}`);
  }
  say(
    `changed: ${CHANGED} credentials looked at; ${same} genuine, as they are the same in other bytes (spaces, the drawing of an SVG)`,
  );
  return wrong;
}

/** Another program has to agree: about what was issued, and about what was changed, but for the room a signature has to spare. */
function otherProgram({ dataDir, say }: Trial, pdfs: readonly Buffer[], seed: number): string[] {
  if (!hasProgram('pdfsig')) {
    say('changed: pdfsig is not installed here (poppler-utils): no other program has looked at the PDFs');
    return [];
  }
  const folder = join(dataDir, 'changed');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'changed.pdf');
  const isValid = (pdf: Buffer) => {
    writeFileSync(file, pdf);
    const { stdout } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8', timeout: 20_000 });
    return stdout.includes('Signature is Valid') && stdout.includes('Total document signed');
  };
  const roll = dice(seed + 2);
  const wrong = pdfs.filter((pdf) => !isValid(pdf)).map(() => 'pdfsig refuses a PDF as it was issued');
  let passedOver = 0;
  for (let nth = 0; nth < FOR_PDFSIG; nth++) {
    const pdf = roll.oneOf(pdfs);
    const changed = changedBytes(pdf, roll);
    if (!isValid(changed)) continue;
    if (isInTheRoom(pdf, changed)) passedOver++;
    else wrong.push(`pdfsig accepts PDF ${nth}, changed outside of its signature`);
  }
  rmSync(folder, { recursive: true, force: true });
  say(
    `changed: pdfsig agrees about ${pdfs.length} PDFs as issued and ${FOR_PDFSIG - passedOver} changed ones; ${passedOver} were changed in the room a signature has to spare, which it passes over and we refuse`,
  );
  return wrong;
}

/** Where the signature stands, which no signature covers. */
function isInTheRoom(pdf: Buffer, changed: Buffer): boolean {
  const from = pdf.lastIndexOf('/Contents <') + '/Contents <'.length;
  const to = pdf.indexOf('>', from);
  return (
    pdf.length === changed.length &&
    pdf.subarray(0, from).equals(changed.subarray(0, from)) &&
    pdf.subarray(to).equals(changed.subarray(to))
  );
}
