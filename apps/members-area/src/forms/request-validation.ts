import { StandardSchemaValidationPipe } from '@nestjs/common';

type Issues = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>
>[0];

/** An address, or what a button sends, does not fit its schema. No page of ours makes such a request. */
class RequestDoesNotFit extends Error {
  readonly statusCode = 400;

  constructor(readonly issues: Issues) {
    super('The request does not fit');
  }
}

/** Of addresses and buttons. What people type is read by `takeForm`, which shows it again. */
export const requestValidation = () =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new RequestDoesNotFit(issues) });
