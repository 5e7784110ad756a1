import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS, Clock, CONFIG, type Config } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../access/access.decorator';
import { decideAccess } from '../access/access.rules';
import { DeniedAttempts } from '../access/denied-attempts';
import { NotAllowed } from '@induct/people';
import { PROOF } from './proof.decorator';
import { type Proof, proofMissing } from '../sign-ins/proof.rules';
import { ProofNeeded } from './proof-needed';
import { SignInNeeded } from '../access/sign-in-needed';

/** Stands before every route of the site and lets in whom the route declares. Who is asking was found out by the hook. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly denied: DeniedAttempts,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const declared = this.reflector.getAllAndOverride<Permission[] | undefined>(ACCESS, targets);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await admitOnRecord(request, declared, this.denied);
    const proof = this.reflector.getAllAndOverride<Proof | undefined>(PROOF, targets);
    const asked = { ...asksFor(this.config), declared: proof, permissions: declared ?? [] };
    const missing = proofMissing(asked, request.cameIn, this.clock.now());
    if (missing) throw new ProofNeeded(missing);
    return true;
  }
}

/** What the council asks for beyond what every route does. */
export const asksFor = ({ FRESH_PROOF, STRONG_DESK }: Pick<Config, 'FRESH_PROOF' | 'STRONG_DESK'>) => ({
  asksForFresh: FRESH_PROOF,
  asksForKey: STRONG_DESK,
});

/** Whoever tries doors that are not theirs is on record. */
export async function admitOnRecord(
  request: FastifyRequest,
  declared: readonly Permission[] | undefined,
  denied: DeniedAttempts,
): Promise<void> {
  try {
    admit(request, declared);
  } catch (error) {
    if (error instanceof NotAllowed && request.person) {
      await denied.page(request.person.id, patternOf(request));
    }
    throw error;
  }
}

/** `GET /admin/people/:id` */
export const patternOf = ({ method, routeOptions }: FastifyRequest): string =>
  `${method} ${routeOptions.url ?? 'unknown'}`;

/** @throws SignInNeeded, NotAllowed, or why it could not be found out who is asking */
function admit(request: FastifyRequest, declared: readonly Permission[] | undefined): void {
  const decision = decideAccess(declared, request.person?.roles);
  if (decision === 'let in') return;
  if (request.personUnknown) throw request.personUnknown;
  throw decision === 'ask to sign in' ? new SignInNeeded() : new NotAllowed();
}
