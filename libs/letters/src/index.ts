export { type Delivery, Deliveries } from './deliveries';
export { LettersModule } from './letters.module';
export { type Letter, Outbox } from './outbox';
export { plainLetter } from './plain-letter';
export { lettersTables } from './tables';
export { LetterStanding } from './windows/letter-standing.window';
