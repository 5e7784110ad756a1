/**
 * Where a route's declaration of who may use it is kept. libs/people has the decorator, the guard and the rule; it is
 * named here because a few routes (health) belong to the floor.
 */
export const ACCESS = 'induct:access';
