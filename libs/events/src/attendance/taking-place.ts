import type { EntityManager } from 'typeorm';
import { NotTakingPlace } from './attendance.errors';
import { SessionNotFound } from '../programme/programme.errors';
import type { PlannedSession, ProgrammeRepository } from '../programme/programme.repository';

/**
 * A session with which the transaction is alone, and which takes place or did.
 * @throws SessionNotFound, NotTakingPlace
 */
export async function alone(programme: ProgrammeRepository, tx: EntityManager, id: string): Promise<PlannedSession> {
  await programme.alone(tx, [id]);
  const session = await programme.find(id, tx);
  if (!session) throw new SessionNotFound();
  if (session.state !== 'confirmed' && session.state !== 'delivered') throw new NotTakingPlace();
  return session;
}
