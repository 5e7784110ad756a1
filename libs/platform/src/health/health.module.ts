import { Controller, type DynamicModule, Get, Inject, Module, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ACCESS } from '../http/access';
import { JsonRoute } from '../http/json-route';

/** Name → a check that throws when the part does not work, and may say something about it. */
export type HealthChecks = Record<string, () => Promise<string | void>>;
const CHECKS = Symbol('health checks');
const PATIENCE_MS = 3000;

interface PartHealth {
  ok: boolean;
  ms: number;
  says?: string;
}

const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  parts: z.record(z.string(), z.object({ ok: z.boolean(), ms: z.int(), says: z.string().optional() })),
});

@Controller()
@SetMetadata(ACCESS, ['public'])
class HealthController {
  constructor(@Inject(CHECKS) private readonly checks: HealthChecks) {}

  /** Every part, always 200 while this process answers. */
  @Get('health')
  @JsonRoute('How every part of this application is', Health)
  async health() {
    const parts = await this.look();
    return { status: parts.every(([, part]) => part.ok) ? 'ok' : 'degraded', parts: Object.fromEntries(parts) };
  }

  /** 200 when requests can be served, else 503: for load balancers. */
  @Get('ready')
  @JsonRoute('Whether requests can be served: 200 or 503', z.object({ ready: z.boolean() }))
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const parts = await this.look();
    const ready = parts.every(([, part]) => part.ok);
    void reply.status(ready ? 200 : 503);
    return { ready };
  }

  private look(): Promise<[string, PartHealth][]> {
    const parts = Object.entries(this.checks).map(async ([name, check]): Promise<[string, PartHealth]> => [
      name,
      await lookAt(check),
    ]);
    return Promise.all(parts);
  }
}

async function lookAt(check: () => Promise<string | void>): Promise<PartHealth> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    const says = await Promise.race([check(), late]);
    return { ok: true, ms: ms(), ...(says && { says }) };
  } catch {
    // The reason goes to the log of the part itself; this page is public.
    return { ok: false, ms: ms() };
  } finally {
    clearTimeout(timer);
  }
}

/** `/health` and `/ready` of an application. `checks` is made from injected parts, like a provider's factory. */
@Module({})
export class HealthModule {
  static with(checks: { inject: unknown[]; useFactory: (...parts: never[]) => HealthChecks }): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: CHECKS, ...checks } as never],
    };
  }
}
