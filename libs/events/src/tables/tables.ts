import { Programme1797000000200 } from './programme.tables';

export const eventsMigrations = [Programme1797000000200];
