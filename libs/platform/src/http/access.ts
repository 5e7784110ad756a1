import { SetMetadata } from '@nestjs/common';

/** Where a route's declaration is kept; the guard and the access matrix read it. */
export const ACCESS = 'induct:access';

/**
 * Says who may use a route: a role of libs/people, `public`, `signed-in` or `launch-token`. A method's declaration
 * replaces its controller's. Routes without one are refused (deny by default) and fail a test.
 */
export const Access = (...who: [string, ...string[]]) => SetMetadata(ACCESS, who);
