import { WithdrawalRepository } from './withdrawal.repository';
import { Withdrawals } from './withdrawals.service';

/** What others use. */
export const withdrawalsServices = [Withdrawals];

export const withdrawalsProviders = [...withdrawalsServices, WithdrawalRepository];
