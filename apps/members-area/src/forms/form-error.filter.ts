import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  StandardSchemaValidationPipe,
  UseFilters,
} from '@nestjs/common';
import type {} from '@fastify/view';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Issues = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>
>[0];

/** What a person typed did not fit the form's schema. */
export class FormInvalid extends Error {
  /** Where no page shows the form again, it is simply a bad request. */
  readonly statusCode = 400;

  constructor(readonly issues: Issues) {
    super('The form has errors');
  }
}

export const formValidation = () =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new FormInvalid(issues) });

@Catch(FormInvalid)
class FormErrorFilter implements ExceptionFilter<FormInvalid> {
  constructor(private readonly page: string) {}

  async catch(error: FormInvalid, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const form = http.getRequest<FastifyRequest>().body;
    const found = error.issues.map((issue) => {
      const first = issue.path?.[0];
      const field = String(typeof first === 'object' ? first.key : first);
      return { field, href: `#${field}`, text: issue.message };
    });
    // One error a field, the first: an empty field is not also in the wrong format.
    const message = Object.fromEntries(found.toReversed().map(({ field, text }) => [field, { text }]));
    const errors = found.filter(({ field, text }) => message[field]?.text === text);
    await reply.status(400).view(this.page, { form, errors, message });
  }
}

/** On a form's POST: shows the page again, with the errors, when the body does not fit. */
export const ShowAgainOnError = (page: string) => UseFilters(new FormErrorFilter(page));
