import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import type { Role } from '@induct/people';
import { openDatabase, PlatformModule, Transactions } from '@induct/platform';
import { cookieNames, SignInModule, SignIns } from '@induct/sign-in';
import type { DataSource } from 'typeorm';
import { testConfig } from '../support/config';
import { multipartForm } from '../support/given-desk';
import { aPerson } from '../support/given-person';
import { type RunningProcess, startProcess } from '../support/process';
import { allTables } from '../support/tables';
import { publishedByRows } from '../support/through-the-gate';
import type { Trial } from '../support/trial';

@Module({})
class SignInOnly {}

/** A start that shares its machine with much else takes longer than a process is usually given. */
async function listening(induct: RunningProcess, port: number, tries = 8): Promise<void> {
  await induct.listening(port).catch((error: unknown) => {
    if (tries === 1 || !/within/.test(String(error))) throw error;
    return listening(induct, port, tries - 1);
  });
}

/** A member who is signed in: the id that packages know them by, and the cookie. */
export interface Member {
  id: string;
  cookie: { name: string; value: string };
}

interface Upload {
  state: string;
  courseId: string | null;
  versionId: string | null;
}

/** An Induct of its own, with an officer who uploads and members who learn. */
export class TrialCouncil {
  private constructor(
    readonly site: string,
    private readonly source: DataSource,
    private readonly cookieOf: (personId: string) => Promise<{ name: string; value: string }>,
    private readonly officer: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(trial: Trial): Promise<TrialCouncil> {
    const database = await trial.freshDatabase();
    const [port, contentPort] = [await trial.freePort(), await trial.freePort()];
    const source = await openDatabase(database.url, allTables);
    const config = testConfig(database.url);
    const imports = [PlatformModule.with(config, source), SignInModule];
    const app = await NestFactory.createApplicationContext({ module: SignInOnly, imports }, { logger: ['error'] });
    const induct = startProcess(join(__dirname, '../../apps/standalone/src/main.js'), {
      DATABASE_URL: database.url,
      DATA_DIR: trial.dataDir,
      PORT: String(port),
      CONTENT_PORT: String(contentPort),
      LOG_LEVEL: 'error',
    });
    const close = async () => {
      await induct.stop();
      await app.close();
      if (source.isInitialized) await source.destroy();
      await database.drop();
    };
    try {
      for (const one of [port, contentPort]) await listening(induct, one);
    } catch (error) {
      await close();
      throw error;
    }
    const cookieOf = async (personId: string) => {
      const value = await app.get(Transactions).run((tx) => app.get(SignIns).signIn(tx, personId, { by: 'letter' }));
      return { name: cookieNames(config.SITE_ORIGIN).signIn, value };
    };
    const officer = await aPerson(source, { name: 'Olive Officer', roles: ['officer'] });
    return new TrialCouncil(`http://localhost:${port}`, source, cookieOf, officer, close);
  }

  async aMember(role: Role = 'member'): Promise<Member> {
    const id = await aPerson(this.source, { name: 'Una Donnelly', roles: [role] });
    return { id, cookie: await this.cookieOf(id) };
  }

  /** Uploads a package as an officer does, and publishes it. @returns the address of its page. @throws when it is refused */
  async publish(name: string, content: Buffer): Promise<string> {
    const upload = await this.upload(name, content);
    if (!upload.courseId || !upload.versionId)
      throw new Error(`The package ${name} was not taken: it is ${upload.state}`);
    await publishedByRows(this.source, { courseId: upload.courseId, versionId: upload.versionId });
    const [course] = await this.source.query<[{ slug: string }]>('select slug from course where id = $1', [
      upload.courseId,
    ]);
    return `${this.site}/modules/${course.slug}`;
  }

  private async upload(name: string, content: Buffer): Promise<Upload> {
    const cookie = await this.cookieOf(this.officer);
    const { payload, boundary } = multipartForm({ name: `${name}.zip`, content }, { module: '' });
    const reply = await fetch(`${this.site}/admin/uploads`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: `${cookie.name}=${cookie.value}`,
        origin: this.site,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: new Uint8Array(payload),
    });
    const id = reply.headers.get('location')?.split('/').at(-1);
    if (!id) throw new Error(`Uploading ${name} answered ${reply.status}`);
    for (;;) {
      const [upload] = await this.source.query<Upload[]>(
        'select state, course_id as "courseId", version_id as "versionId" from package_upload where id = $1',
        [id],
      );
      if (upload && !['receiving', 'waiting', 'importing'].includes(upload.state)) return upload;
      await wait(50);
    }
  }
}
