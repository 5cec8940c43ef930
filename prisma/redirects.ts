/** Keeps the cookies of every server it meets and follows where it is sent, as a browser does. */
export class FollowingClient {
  private readonly jars = new Map<string, Map<string, string>>();

  /** The last answer, and where it came from. */
  async request(method: 'GET' | 'POST', address: string, form?: URLSearchParams): Promise<{ url: URL; response: Response }> {
    let url = new URL(address);
    let response = await this.send(url, method, form);
    for (let hops = 0; response.headers.has('location') && hops < 20; hops++) {
      await response.arrayBuffer();
      url = new URL(response.headers.get('location') ?? '', url);
      response = await this.send(url, 'GET');
    }
    return { url, response };
  }

  /** What the server at this address has left here, as a header. */
  cookies(address: string): string {
    return [...this.jar(new URL(address))].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** One request, without following. */
  async send(url: URL, method: 'GET' | 'POST', form?: URLSearchParams): Promise<Response> {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { cookie: this.cookies(url.href) },
      ...(form && { body: form }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(url, line);
    return response;
  }

  private keep(url: URL, line: string): void {
    const [pair = ''] = line.split(';', 1);
    const [name = '', ...value] = pair.split('=');
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.jar(url).delete(name);
    else this.jar(url).set(name, value.join('='));
  }

  private jar({ host }: URL): Map<string, string> {
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }
}
