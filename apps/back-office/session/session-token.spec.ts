import { hashOf, newToken, seal, unseal } from './session-token.js';

describe('the token of a session', () => {
  it('has 256 random bits, and a hash that does not tell it', () => {
    const [one, other] = [newToken(), newToken()];
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect(one).not.toBe(other);
    expect(hashOf(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf(one)).not.toContain(one);
  });

  it('opens what was sealed with it, and no other token does', () => {
    const token = newToken();
    const sealed = seal(token, 'a token of the provider');
    expect(unseal(token, sealed)).toBe('a token of the provider');
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('provider');
    expect(() => unseal(newToken(), sealed)).toThrow();
    sealed[sealed.length - 20]! ^= 1;
    expect(() => unseal(token, sealed)).toThrow();
  });
});
