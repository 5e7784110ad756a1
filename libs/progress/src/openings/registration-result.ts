/** What a registration comes to, without renewals; the same rule in SQL is `registration_result`. */
export type RegistrationResult = 'completed' | 'not_passed' | 'not_started' | 'in_progress';

/** @param registration all null when there is none */
export function resultOf(registration: {
  completion: string | null;
  success: string | null;
  completedAt: Date | null;
}): RegistrationResult {
  if (registration.completedAt) return 'completed';
  if (registration.success === 'failed') return 'not_passed';
  return registration.completion === null ? 'not_started' : 'in_progress';
}
