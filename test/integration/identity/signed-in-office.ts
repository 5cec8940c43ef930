import { type BackOffice, startBackOffice } from '../back-office/back-office.js';
import { freeAddress } from './provider-server.js';

export interface ListeningOffice extends BackOffice {
  readonly baseUrl: string;
}

/** A back office that listens, for browsers that are sent from one server to another; `provider` is started for its address. */
export async function startListeningOffice<P extends { readonly settings: Readonly<Record<string, string>> }>(
  startProvider: (baseUrl: string) => Promise<P>,
): Promise<{ office: ListeningOffice; provider: P }> {
  const baseUrl = await freeAddress();
  const provider = await startProvider(baseUrl);
  const office = await startBackOffice({ JALON_BASE_URL: baseUrl, ...provider.settings });
  await office.app.listen(Number(new URL(baseUrl).port), '127.0.0.1');
  return { office: { ...office, baseUrl }, provider };
}
