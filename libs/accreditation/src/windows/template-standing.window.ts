import { ViewColumn, ViewEntity } from 'typeorm';

/** A template of certificates. */
@ViewEntity({ name: 'template_standing', synchronize: false })
export class TemplateStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  number: number;

  /** Null of a draft. */
  @ViewColumn()
  proposedAt: Date | null;

  /** It was proposed, and nobody has approved it or sent it back. */
  @ViewColumn()
  waits: boolean;
}
