import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { genesis, nextHash } from './hash-chain.js';

// Examples of RFC 8785, sections 3.2.2 and 3.2.3.
test.each<[string, string]>([
  [
    String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  ],
  [
    String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`,
    `{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign",` +
      `"😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
  ],
  ['[-0, {}, [], ""]', '[0,{},[],""]'],
])('example %# of RFC 8785', (json, canonical) => expect(canonicalJson(JSON.parse(json))).toBe(canonical));

test('what JSON leaves out does not count, and it reads back as the same value', () => {
  expect(canonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('an entry’s hash is that of the one before and of its content, whatever the order of its keys', () => {
  const entered = { seq: 2, at: 1_700_000_000_000, type: 'entered', stage: 'review' } as const;
  const reordered = { stage: 'review', type: 'entered', at: 1_700_000_000_000, seq: 2 } as const;
  // printf '%064d{"at":1700000000000,"seq":2,"stage":"review","type":"entered"}' 0 | sha256sum
  const hash = '9c666c20a522e468defb56475804d52a523bfe8d66c77c9a1a3ccd03e5d8edd8';
  expect(nextHash(genesis, entered)).toBe(hash);
  expect(nextHash(genesis, reordered)).toBe(hash);
  expect(nextHash(hash, entered)).not.toBe(hash);
});
