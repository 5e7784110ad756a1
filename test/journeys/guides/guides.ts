import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { embeddedPostgresHome } from '@induct/platform';
import { startInduct } from '../../support/running-induct';
import { administrator } from './administrator';
import { accreditationAtTheDesk, asked, importedList } from './accreditation';
import { authoring, factsAndReviews } from './authoring';
import { deletedDraft, looks, officerOf, overviewAndProgress, people, revoking } from './desk';
import { firstDay } from './first-day';
import { GuideAlbum } from './guide-album';
import { certificate, nearlyThere, newMember } from './member';
import { programmeAtTheDesk, programmeOfMembers } from './programme';
import { couldNotFinish, newVersion, refusedVersion } from './testing';

const PORT = 23110;

/** Walks every task of docs/guides in a council of its own, and takes the pictures that the guides show. */
export async function guides(browser: Browser, dataDir: string): Promise<void> {
  const album = GuideAlbum.of('docs/guides');
  await inACouncil(join(dataDir, 'empty'), ['--', '--no-demo'], (site, log) => firstDay({ browser, site, album }, log));
  await inACouncil(join(dataDir, 'demo'), [], async (site) => {
    const stage = { browser, site, album };
    const officer = await officerOf(stage);
    await overviewAndProgress(officer);
    await accreditationAtTheDesk(officer);
    await programmeAtTheDesk(officer);
    await factsAndReviews(officer);
    await authoring(stage);
    await importedList(officer, dataDir);
    await asked(stage);
    await programmeOfMembers(stage);
    await newMember(stage);
    await couldNotFinish(stage);
    await refusedVersion(officer);
    const member = await nearlyThere(stage);
    await looks(officer);
    const number = await certificate(stage, member);
    await newVersion(stage, officer, dataDir);
    await deletedDraft(officer);
    await revoking(stage, officer, number);
    await people(officer);
    await administrator(stage, officer);
  });
  album.finish();
}

async function inACouncil(
  dataDir: string,
  words: readonly string[],
  walk: (site: string, log: () => string) => Promise<void>,
): Promise<void> {
  rmSync(embeddedPostgresHome(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  const induct = await startInduct({ port: PORT, dataDir, words });
  try {
    await walk(induct.site, () => induct.log());
  } finally {
    await induct.stop();
  }
}
