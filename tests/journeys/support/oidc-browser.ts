import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A real OpenID provider on this machine, in a process of its own. */
export class OidcPeer {
  private constructor(
    readonly issuer: string,
    private readonly child: ChildProcess,
  ) {}

  static open(redirect: string): Promise<OidcPeer> {
    const child = fork(join(__dirname, 'oidc-peer.mjs'), [redirect], {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      execArgv: [],
    });
    return new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('the provider did not start')));
      child.stdout?.on('data', (chunk: Buffer) => {
        const issuer = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString())?.[0];
        if (issuer !== undefined) resolve(new OidcPeer(issuer, child));
      });
    });
  }

  close(): void {
    this.child.removeAllListeners('exit');
    this.child.kill('SIGKILL');
  }

  /** Goes through the provider's own pages as a person would, and answers the address it sends the browser back to. */
  async through(start: string, subject: string, home: string): Promise<string> {
    const jar = new Map<string, string>();
    let at = start;
    let form: Record<string, string> | undefined;
    for (let steps = 0; steps < 20; steps += 1) {
      const response = await fetch(at, {
        method: form ? 'POST' : 'GET',
        redirect: 'manual',
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(form ? { body: new URLSearchParams(form).toString() } : {}),
      });
      form = undefined;
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      if (location !== null) {
        at = new URL(location, at).href;
        if (at.startsWith(home)) return at;
        continue;
      }
      const page = await response.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (prompt === undefined)
        throw new Error(`the provider says ${response.status.toString()}: ${page.slice(0, 300)}`);
      form = prompt === 'login' ? { prompt, login: subject, password: 'any' } : { prompt };
    }
    throw new Error('the provider sends the browser in circles');
  }
}
