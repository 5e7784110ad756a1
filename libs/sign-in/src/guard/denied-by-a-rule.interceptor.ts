import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { DomainError } from '@induct/platform';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { patternOf } from './access.guard';
import { DeniedAttempts } from '../access/denied-attempts';

/**
 * The guard lets in by role; whether this person may do it to this object is a rule of the service behind. Whoever is
 * denied there is on record as well, once it is undone what was begun.
 */
@Injectable()
export class DeniedByARule implements NestInterceptor {
  constructor(private readonly denied: DeniedAttempts) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const request = context.switchToHttp().getRequest<FastifyRequest>();
        if (error instanceof DomainError && error.kind === 'not-allowed' && request.person)
          await this.denied.page(request.person.id, patternOf(request), error.name);
        throw error;
      }),
    );
  }
}
