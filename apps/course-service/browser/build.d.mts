export function buildPlayer(options: { outDir: string; quiet?: boolean }): Promise<void>;
