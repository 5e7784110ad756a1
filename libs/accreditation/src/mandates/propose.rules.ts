import { CAPACITIES_OF, type BodyKind, type Capacity, type Role } from '@induct/people';
import type { Day } from '@induct/platform';
import { MandateMakesNoSense } from './mandate.errors';
import { dueOn } from './due-on';
import type { Anchor, MandateWho, Unit } from './mandate-words';

/** What somebody proposes. */
export interface NewMandate {
  title: string;
  source: string;
  who: MandateWho;
  role: Role | null;
  bodyId: string | null;
  capacities: Capacity[];
  personId: string | null;
  requirementId: string | null;
  /** A published module, instead of a requirement: one is made for it when there is none. */
  courseId?: string | null;
  schemeId: string | null;
  anchor: Anchor;
  fixedOn: Day | null;
  count: number;
  unit: Unit;
  beforeSitting: boolean;
  anew: boolean;
  from: Day;
  until: Day | null;
  by: string;
}

/**
 * What is chosen has to go together; the same rules stand in the table.
 * @param kind of the body that is meant, if one is
 * @throws MandateMakesNoSense
 */
export function mustMakeSense(mandate: NewMandate, kind: BodyKind | undefined): void {
  const { who, role, capacities, anchor, fixedOn, requirementId, schemeId, from, until } = mandate;
  const onBody = who === 'body' || who === 'group';
  if (
    (who === 'group') !== (kind === 'group') ||
    onBody !== (kind !== undefined) ||
    (who === 'role' && role === null)
  ) {
    throw new MandateMakesNoSense('who', 'Choose who has to meet it');
  }
  if (who === 'body' && capacities.some((one) => !CAPACITIES_OF[kind!].includes(one))) {
    throw new MandateMakesNoSense('capacities', 'Nobody has that place on this body');
  }
  if (anchor === 'appointment' && !onBody) {
    throw new MandateMakesNoSense('anchor', 'Only a seat on a body or a group begins with an appointment');
  }
  if (anchor !== 'fixed' && who === 'role' && role !== 'member') {
    throw new MandateMakesNoSense('anchor', 'Only members are elected: choose a fixed day');
  }
  if ((requirementId === null) === (schemeId === null))
    throw new MandateMakesNoSense('what', 'Choose what has to be met');
  if (until !== null && until <= from)
    throw new MandateMakesNoSense('last', 'The last day must not be before the first day');
  if (anchor === 'fixed' && dueOn(mandate, fixedOn!) < from)
    throw new MandateMakesNoSense(
      'fixed',
      'That is before the first day of the mandate: everybody would be late from the beginning. Choose a later day',
    );
  if (anchor === 'fixed' && until !== null && fixedOn! >= until)
    throw new MandateMakesNoSense(
      'fixed',
      'After its last day the mandate asks nobody: choose a day that is not after it, or leave the last day empty',
    );
}
