/** What of a session is other than it was. `postponed`: it was confirmed and is provisional again. */
export type SessionDoing = 'time' | 'place' | 'places' | 'title' | 'cancelled' | 'postponed' | 'confirmed';

/** A session was changed at the desk. Heard in the transaction that changed it, once for each thing that changed. */
export class SessionChanged {
  constructor(
    readonly sessionId: string,
    readonly what: SessionDoing,
    readonly at: Date,
    /** Null: Induct itself, for a demo council. */
    readonly by: string | null,
  ) {}
}
