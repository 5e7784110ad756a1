import { getQueueToken } from '@nestjs/bullmq';
import { Controller, type DynamicModule, Get, Inject, Module, Optional, Req, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../injected/clock';
import { CONFIG, type Config } from '../config/config';
import { FileStore } from '../files/file-store';
import { ACCESS } from '../http/access';
import { JsonRoute } from '../http/json-route';
import { QUEUES } from '../queue/queues';
import { databaseAnswers, filesCanBeWritten, lastAuditEvent, queueAnswers } from './checks';
import { HealthReader, holdsHealthToken } from './health-reader';
import { PartTrouble, roomIsLeft } from './room';
import { WorkerSigns } from './worker-signs';

type Check = () => Promise<string | void>;

/**
 * Name → a check that throws when the part does not work, and may say something about it. Requests can be served while
 * a part that is not `needed` is away.
 */
export type HealthChecks = Record<string, Check | { check: Check; needed: false }>;
/** What an application that has more parts looks at besides. */
export abstract class FurtherHealth {
  abstract parts(): HealthChecks;
}

const CHECKS = Symbol('health checks');
const PATIENCE_MS = 3000;
const FRESH_MS = 1000;

interface PartHealth {
  ok: boolean;
  ms: number;
  says?: string;
}

const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  parts: z.record(z.string(), z.object({ ok: z.boolean(), ms: z.int(), says: z.string().optional() })).optional(),
});

@Controller()
@SetMetadata(ACCESS, ['public'])
class HealthController {
  private looked?: { at: number; parts: Promise<[string, PartHealth][]> };

  constructor(
    @Inject(CHECKS) private readonly checks: HealthChecks,
    @Inject(CONFIG) private readonly config: Pick<Config, 'HEALTH_TOKEN'>,
    private readonly clock: Clock,
    @Optional() private readonly reader?: HealthReader,
  ) {}

  /** Always 200 while this process answers. Every part is told to the desk and to whoever has the token; others hear the sum. */
  @Get('health')
  @JsonRoute('How this application is, and for those who look after it how every part is', Health, 'own')
  async health(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    const parts = await this.lookNowAndThen();
    const status = parts.every(([, part]) => part.ok) ? 'ok' : 'degraded';
    const may = holdsHealthToken(request.headers.authorization, this.config) || this.reader?.mayRead(request);
    return may ? { status, parts: Object.fromEntries(parts) } : { status };
  }

  /** 200 when requests can be served, else 503: for load balancers. */
  @Get('ready')
  @JsonRoute('Whether requests can be served: 200 or 503', z.object({ ready: z.boolean() }), 'own')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const parts = await this.look(({ needed }) => needed);
    const ready = parts.every(([, part]) => part.ok);
    void reply.status(ready ? 200 : 503);
    return { ready };
  }

  /** However many ask: strangers do not set the pace at which the parts are asked. */
  private lookNowAndThen(): Promise<[string, PartHealth][]> {
    const now = this.clock.now().getTime();
    if (!this.looked || Math.abs(now - this.looked.at) > FRESH_MS) this.looked = { at: now, parts: this.look() };
    return this.looked.parts;
  }

  private look(which: (part: { needed: boolean }) => boolean = () => true): Promise<[string, PartHealth][]> {
    const parts = Object.entries(this.checks)
      .map(([name, part]) => ({ name, ...(typeof part === 'function' ? { check: part, needed: true } : part) }))
      .filter(which)
      .map(async ({ name, check }): Promise<[string, PartHealth]> => [name, await lookAt(check)]);
    return Promise.all(parts);
  }
}

async function lookAt(check: Check): Promise<PartHealth> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    const says = await Promise.race([check(), late]);
    return { ok: true, ms: ms(), ...(says && { says }) };
  } catch (error) {
    // Any other reason goes to the log of the part itself.
    return { ok: false, ms: ms(), ...(error instanceof PartTrouble && { says: error.message }) };
  } finally {
    clearTimeout(timer);
  }
}

/** `/health` and `/ready` of an application. */
@Module({})
export class HealthModule {
  /** @param checks made from injected parts, like a provider's factory */
  static with(checks: { inject: unknown[]; useFactory: (...parts: never[]) => HealthChecks }): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: CHECKS, ...checks } as never],
    };
  }

  /**
   * Database, files and the room for them, the audit trail's end, queue, the worker's browser, and how packages are kept apart, and what FurtherHealth says. Needs QueueModule. Without a queue or
   * a worker people can still learn, so only database and files are needed for `/ready`.
   */
  static usual(): DynamicModule {
    return HealthModule.with({
      inject: [
        DataSource,
        getQueueToken(QUEUES.certificates),
        FileStore,
        WorkerSigns,
        CONFIG,
        { token: FurtherHealth, optional: true },
      ],
      useFactory: (
        source: DataSource,
        queue: Queue,
        files: FileStore,
        worker: WorkerSigns,
        config: Config,
        further?: FurtherHealth,
      ) => ({
        database: databaseAnswers(source),
        files: filesCanBeWritten(files),
        // What was saved can still be read when the disk is full.
        room: { check: roomIsLeft(config), needed: false },
        audit: { check: lastAuditEvent(source), needed: false },
        queue: { check: queueAnswers(queue), needed: false },
        browser: { check: () => worker.look(), needed: false },
        packages: { check: () => Promise.resolve(separation(config)), needed: false },
        ...further?.parts(),
      }),
    });
  }
}

const separation = ({ CONTENT_ORIGIN }: Config): string =>
  CONTENT_ORIGIN.includes('*.') ? 'every version on a host of its own' : 'all versions on one host, journals sealed';
