import { ViewColumn, ViewEntity } from 'typeorm';
import type { BodyKind } from '../council/council.words';

/** The council, a committee, a panel or a political group. */
@ViewEntity({ name: 'body_standing', synchronize: false })
export class BodyStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  kind: BodyKind;

  @ViewColumn()
  name: string;

  /** Its name in Welsh. */
  @ViewColumn()
  nameCy: string | null;

  /** As another system knows it. */
  @ViewColumn()
  externalId: string | null;

  /** The days it exists. */
  @ViewColumn()
  during: string;

  /** Of a political group: `#00843d`. */
  @ViewColumn()
  colour: string | null;
}
