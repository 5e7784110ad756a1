export function buildPlayer(options: { outDir: string; quiet?: boolean; compressed?: boolean }): Promise<void>;
