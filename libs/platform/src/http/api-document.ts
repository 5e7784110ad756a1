import { Controller, Get, type INestApplication, Injectable, Module, SetMetadata } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { ACCESS } from './access';
import { jsonRoutes } from './json-route';

const TAG = 'JSON';

/** The OpenAPI document of an application's JSON routes, made when it is first asked for. */
@Injectable()
export class ApiDocument {
  private make?: () => Promise<OpenAPIObject>;
  private made?: Promise<OpenAPIObject>;

  describe(app: INestApplication, title: string, server: string): void {
    this.make = () => describe(app, title, server);
  }

  get(): Promise<OpenAPIObject> | undefined {
    return (this.made ??= this.make?.());
  }
}

async function describe(app: INestApplication, title: string, server: string): Promise<OpenAPIObject> {
  const { ApiOkResponse, ApiOperation, ApiTags, DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  for (const { prototype, method, descriptor, summary, answer } of jsonRoutes) {
    ApiTags(TAG)(prototype, method, descriptor);
    ApiOperation({ summary })(prototype, method, descriptor);
    const schema = answer && (z.toJSONSchema(answer, { io: 'output' }) as Record<string, unknown>);
    if (schema) ApiOkResponse({ description: 'The answer', schema })(prototype, method, descriptor);
  }
  const about = new DocumentBuilder().setTitle(title).setVersion('1').addServer(server).build();
  return onlyJsonRoutes(SwaggerModule.createDocument(app, about));
}

/** Pages are for people: what they look like is no promise to programs. */
function onlyJsonRoutes(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const operations = Object.entries(item).filter(([, operation]) =>
      (operation as { tags?: string[] }).tags?.includes(TAG),
    );
    return operations.length > 0 ? [[path, Object.fromEntries(operations)] as const] : [];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

@Controller('api/openapi.json')
@SetMetadata(ACCESS, ['public'])
class ApiDocumentController {
  constructor(private readonly document: ApiDocument) {}

  @Get()
  show() {
    return this.document.get();
  }
}

/** `/api/openapi.json`. Goes with `useApiDocument`. */
@Module({ controllers: [ApiDocumentController], providers: [ApiDocument] })
export class ApiDocumentModule {}

/** @param server the origin the routes are found at */
export function useApiDocument(app: INestApplication, title: string, server: string): void {
  app.get(ApiDocument, { strict: false }).describe(app, title, server);
}
