import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to answer: a status, with where to go instead; `late`: nothing at all. */
type Reply = number | { readonly status: number; readonly location: string } | 'late';

/** Another system's end of a webhook, on this machine: keeps what it receives, and answers as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  /** What it says to a message; 204 until somebody says otherwise. */
  reply: (message: Received) => Reply = () => 204;

  private awaited: ((message: Received) => void) | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const message = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() };
        receiver.received.push(message);
        receiver.awaited?.(message);
        const reply = receiver.reply(message);
        if (reply === 'late') return;
        if (typeof reply === 'number') response.writeHead(reply).end('x'.repeat(100_000));
        else response.writeHead(reply.status, { location: reply.location }).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jalon`;
  }

  /** The next message that comes. */
  next(): Promise<Received> {
    return new Promise((done) => (this.awaited = done));
  }

  /** What came since it was last asked. */
  take(): Received[] {
    return this.received.splice(0);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
