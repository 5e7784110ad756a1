/**
 * A question as a column: its rows as a JSON list, in their order, so that one statement asks several. JSON knows no dates.
 * @param sql a whole `select`
 */
export const listOf = (sql: string): string => `(select coalesce(json_agg(x), '[]') from (${sql}) x)`;
