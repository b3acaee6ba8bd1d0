import { createServer } from 'node:http';
import { world } from '../web/world';
import { webhookEntrance } from '../web/webhooks/webhook-entrance';

// The web process's webhook entrance as a process of its own, for tests that kill it. PORT says where.

world();
const server = createServer(webhookEntrance((_request, response) => response.writeHead(599).end()));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
