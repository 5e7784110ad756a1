import { createServer } from 'node:http';
import { benchFiles } from './files.content';

// The floor of the `files` benchmark: node:http answering the same bytes from memory, and nothing else.

const files = new Map(benchFiles.map(({ path, data }) => [`/content/floor/${path}`, data]));

createServer((request, response) => {
  const data = files.get(request.url!);
  response.writeHead(data ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': data?.length ?? 0,
  });
  response.end(data);
}).listen(Number(process.env.FLOOR_PORT), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
