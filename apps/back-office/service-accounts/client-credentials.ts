import { isUUID } from 'class-validator';

export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

/** `client_secret_basic`: both parts are form-encoded before they are put together (RFC 6749, 2.3.1). Undefined when it is none. */
export function basicCredentials(header: string | undefined): ClientCredentials | undefined {
  const [, encoded] = /^basic +([\w+/-]+=*)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [, id, secret] = /^([^:]*):(.*)$/.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  try {
    const decoded = { id: formDecoded(id ?? ''), secret: formDecoded(secret ?? '') };
    return isUUID(decoded.id) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** Throws on a broken escape. */
const formDecoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
