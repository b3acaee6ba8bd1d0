import type { RequestListener, ServerResponse } from 'node:http';
import type { Answer } from '../answer';
import { answerWebhook, webhookRoot } from './answer-webhook';
import { callOfMessage } from './call-of-message';

/**
 * Answers webhooks on Node's own server and leaves everything else to `others`. Next's router, its Request and Response
 * and its tracing cost more than all that has to happen before an acknowledgement.
 */
export const webhookEntrance =
  (others: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url?.startsWith(webhookRoot) !== true) {
      others(request, response);
      return;
    }
    void answerWebhook(callOfMessage(request)).then((answer) => send(response, answer));
  };

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}
