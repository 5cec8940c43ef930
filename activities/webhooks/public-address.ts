import { BlockList, isIP } from 'node:net';

/** What is not the public internet (IANA special-purpose registries): this machine, private networks, link-local, shared, documentation. */
const special = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, bits, 'ipv4');
// Teredo, documentation and 6to4, which hides an IPv4 address. Outside 2000::/3 nothing of IPv6 is public.
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, bits, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Whether the address lies on the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  return version === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

const isLoopbackName = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

/**
 * Why an address cannot be a webhook's, in French; undefined when it can. The name is not resolved here but when something is sent: what
 * it stands for may change. `isPrivateAllowed`: networks of one's own, and this machine without encryption.
 */
export function whyNotAddress(text: string, isPrivateAllowed: boolean): string | undefined {
  const url = URL.parse(text);
  if (!url) return 'Indiquez une adresse complète, par exemple https://exemple.gouv.fr/jalon.';
  const { protocol, hostname, username, password, hash } = url;
  if (username !== '' || password !== '' || hash !== '') return 'L’adresse ne porte ni identifiant, ni mot de passe, ni ancre.';
  if (protocol !== 'https:' && !(protocol === 'http:' && isPrivateAllowed && isLoopbackName(hostname)))
    return 'L’adresse doit commencer par https://.';
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (!isPrivateAllowed && (isLoopbackName(hostname) || (isIP(literal) !== 0 && !isPublicAddress(literal))))
    return 'Cette adresse n’est pas joignable depuis l’internet public.';
  return undefined;
}
