import { type BackOffice, startBackOffice } from '../back-office/back-office.js';
import { freeAddress } from './provider-server.js';

type Settings = Readonly<Record<string, string>>;

export type ListeningOffice<O extends BackOffice = BackOffice> = O & { readonly baseUrl: string };

/** A back office that listens, for browsers that are sent from one server to another; `provider` is started for its address. */
export async function startListeningOffice<P extends { readonly settings: Settings }>(
  startProvider: (baseUrl: string) => Promise<P>,
): Promise<{ office: ListeningOffice; provider: P }> {
  return listeningOffice(startProvider, startBackOffice);
}

/** The same, with more than the back office around it. */
export async function listeningOffice<P extends { readonly settings: Settings }, O extends BackOffice>(
  startProvider: (baseUrl: string) => Promise<P>,
  start: (settings: Settings) => Promise<O>,
): Promise<{ office: ListeningOffice<O>; provider: P }> {
  const baseUrl = await freeAddress();
  const provider = await startProvider(baseUrl);
  const office = await start({ JALON_BASE_URL: baseUrl, ...provider.settings });
  await office.app.listen(Number(new URL(baseUrl).port), '127.0.0.1');
  return { office: { ...office, baseUrl }, provider };
}
