import { ViewColumn, ViewEntity } from 'typeorm';

/** A doubted completion at which an officer is still to look; none is needed once a later one is believed. */
@ViewEntity({ name: 'look_waiting', synchronize: false })
export class LookWaiting {
  @ViewColumn()
  attemptId: string;

  @ViewColumn()
  registrationId: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  courseId: string;

  @ViewColumn()
  since: Date;
}
