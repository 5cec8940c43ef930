import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { address, smtp } from './transport.js';

/** A mail server that takes everything; `received` holds what it was sent. */
function mailServer(): { server: Server; received: string[] } {
  const received: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      received.push(text);
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inData = false;
        socket.write('250 taken\r\n');
      } else if (/^DATA/i.test(text)) {
        inData = true;
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
  });
  return { server, received };
}

describe('a mail server', () => {
  const { server, received } = mailServer();
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('gets one message for one recipient, with an id that a receiver can recognise', async () => {
    const send = smtp(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`, 'Jalon <jalon@exemple.gouv.invalid>');
    const mail = { subject: 'Rappel\r\nBcc: intrus@exemple.gouv.invalid', text: 'Bonjour', html: '<p>Bonjour</p>' };
    await send(mail, { to: 'camille@exemple.gouv.invalid', messageId: '<FTAP-1.7.abc@exemple.gouv.invalid>' });
    const all = received.join('');
    expect(all.match(/RCPT TO:/g)).toHaveLength(1);
    expect(all).toContain('Message-ID: <FTAP-1.7.abc@exemple.gouv.invalid>');
    expect(all).toContain('Auto-Submitted: auto-generated');
    expect(all).not.toMatch(/^Bcc:/m);
    expect(all).toMatch(/text\/plain/);
  });
});

describe('an address', () => {
  it.each(['camille@exemple.gouv.invalid', 'prénom.nom+test@exemple.fr'])('%s is one', (text) => {
    expect(address(text)).toBe(text);
  });

  it.each(['a@b.fr, c@d.fr', 'a@b.fr\r\nBcc: c@d.fr', 'A <a@b.fr>', 'a', 'a@b@c'])('%j is none', (text) => {
    expect(() => address(text)).toThrow(RangeError);
  });
});
