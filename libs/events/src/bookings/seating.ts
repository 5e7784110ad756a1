import type { Day } from '@induct/platform';
import type { PoolEntity } from '../programme/pool.entity';
import type { BookingEntity } from './booking.entity';

export type Pool = Pick<PoolEntity, 'seat' | 'audience' | 'places' | 'opensToAllOn'>;

/** Whoever asks for a place: which kind of people they are of, and where they would sit. */
export type Asks = Pick<BookingEntity, 'audience' | 'seat'>;

/** Whoever has a place. */
export type Seated = Asks & Pick<BookingEntity, 'id' | 'poolAudience'>;

/** Whether those may have its places: it is theirs, anyone's, or open to all by now. */
export const isOpenTo = (pool: Pool, { audience, seat }: Asks, today: Day): boolean =>
  pool.seat === seat &&
  (pool.audience === 'any' || pool.audience === audience || (pool.opensToAllOn !== null && pool.opensToAllOn <= today));

/**
 * Who sits on whose places. Everybody sits on those of their own kind as long as there are any, then on anyone's, then on what
 * others have opened: so whoever has a place keeps no place from others that they need not, and one free place that is open to
 * somebody is all there is to look for. Seats without a pool have no limit.
 */
export class Seating {
  private readonly sits = new Map<string, Seated>();
  private readonly began: ReadonlyMap<string, Seated['poolAudience']>;

  constructor(
    private readonly pools: readonly Pool[],
    seated: readonly Seated[],
    private readonly today: Day,
  ) {
    this.began = new Map(seated.map(({ id, poolAudience }) => [id, poolAudience]));
    for (const { id, audience, seat, poolAudience } of seated) this.sits.set(id, { id, audience, seat, poolAudience });
  }

  /**
   * Whoever sits on no place of a seat that has places by now is given one, and whoever may go back to those of their own kind
   * does.
   * @returns whether there was a place for everybody
   */
  settle(): boolean {
    let fit = true;
    for (const one of this.sits.values()) {
      if (one.poolAudience === null) fit = this.take(one) && fit;
      else if (one.poolAudience !== one.audience && this.free(this.pool(one, one.audience)))
        this.sits.set(one.id, { ...one, poolAudience: one.audience });
    }
    return fit;
  }

  hasPlace(asks: Asks): boolean {
    return !this.isCounted(asks) || this.firstFree(asks) !== undefined;
  }

  /** @returns false when there is no place for them: nothing is changed */
  take({ id, audience, seat }: Asks & Pick<Seated, 'id'>): boolean {
    const pool = this.firstFree({ audience, seat });
    if (!pool && this.isCounted({ audience, seat })) return false;
    this.sits.set(id, { id, audience, seat, poolAudience: pool?.audience ?? null });
    return true;
  }

  poolOf(id: string): Seated['poolAudience'] {
    return this.sits.get(id)?.poolAudience ?? null;
  }

  /** Those who sit elsewhere than they did. Whoever has come is not among them. */
  moved(): Pick<Seated, 'id' | 'poolAudience'>[] {
    return [...this.sits.values()]
      .filter(({ id, poolAudience }) => this.began.has(id) && this.began.get(id) !== poolAudience)
      .map(({ id, poolAudience }) => ({ id, poolAudience }));
  }

  private isCounted({ seat }: Asks): boolean {
    return this.pools.some((pool) => pool.seat === seat);
  }

  private firstFree(asks: Asks): Pool | undefined {
    const rank = ({ audience }: Pool) => (audience === asks.audience ? 0 : audience === 'any' ? 1 : 2);
    return this.pools
      .filter((pool) => isOpenTo(pool, asks, this.today) && this.free(pool))
      .toSorted((a, b) => rank(a) - rank(b))[0];
  }

  private pool({ seat }: Asks, audience: Pool['audience']): Pool | undefined {
    return this.pools.find((pool) => pool.seat === seat && pool.audience === audience);
  }

  private free(pool: Pool | undefined): boolean {
    if (!pool) return false;
    let taken = 0;
    for (const { seat, poolAudience } of this.sits.values())
      if (seat === pool.seat && poolAudience === pool.audience) taken++;
    return taken < pool.places;
  }
}
