import { Controller, Get, type INestApplication, Injectable, Module, SetMetadata } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ACCESS } from './access';
import { JSON_ROUTE } from './json-route';

/** The OpenAPI document of an application's JSON routes, made when it is first asked for. */
@Injectable()
export class ApiDocument {
  private make?: () => OpenAPIObject;
  private made?: OpenAPIObject;

  describe(app: INestApplication, title: string, server: string): void {
    this.make = () => {
      const about = new DocumentBuilder().setTitle(title).setVersion('1').addServer(server).build();
      return onlyJsonRoutes(SwaggerModule.createDocument(app, about));
    };
  }

  get(): OpenAPIObject | undefined {
    return (this.made ??= this.make?.());
  }
}

/** Pages are for people: what they look like is no promise to programs. */
function onlyJsonRoutes(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.entries(document.paths).flatMap(([path, item]) => {
    const operations = Object.entries(item).filter(([, operation]) =>
      (operation as { tags?: string[] }).tags?.includes(JSON_ROUTE),
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
