import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CannotStart } from '@induct/platform';

/** @throws CannotStart when another program has the port */
export async function listen(app: NestFastifyApplication, port: number, host: string, setting: string): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CannotStart(
      `Port ${port} is in use by another program. Stop that program, or choose another port: ${setting}=${port + 100} npm start`,
    );
  }
}
