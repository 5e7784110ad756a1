export { type Delivery, Deliveries } from './deliveries';
export { letters } from './letters.lib';
export { LettersModule } from './letters.module';
export { type Letter, Outbox } from './outbox';
export { plainLetter } from './plain-letter';
