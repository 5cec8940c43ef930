import { judge } from './advisories.mjs';
import { isMet, licenceFaults } from './licences.mjs';
import { lockedPackages } from './locked-packages.mjs';

describe('licences', () => {
  const policy = { licences: ['MIT', 'ISC'], developmentLicences: ['MPL-2.0'], licenceExceptions: [] };
  const one = (licence, development = false) => ({ name: 'a', version: '1.0.0', licence, integrity: 'x', development });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['MIT and ISC', true],
  ])('reads %s', (expression, met) => {
    expect(isMet(expression, new Set(policy.licences))).toBe(met);
  });

  it('lets a licence of a tool in where it only builds, and none that nobody declared', () => {
    expect(licenceFaults([one('MPL-2.0', true), one('MIT')], policy)).toEqual([]);
    expect(licenceFaults([one('MPL-2.0'), one('inconnue')], policy)).toEqual(['a 1.0.0 : licence MPL-2.0', 'a 1.0.0 : licence inconnue']);
  });

  it('excepts one package under one licence', () => {
    const excepted = { ...policy, licenceExceptions: [{ package: 'a', licence: 'EPL-2.0', why: 'Un outil.' }] };
    expect(licenceFaults([one('EPL-2.0')], excepted)).toEqual([]);
    expect(licenceFaults([one('GPL-3.0')], excepted)).toHaveLength(1);
  });
});

describe('advisories', () => {
  const weakness = (severity) => ({
    vulnerabilities: {
      a: { via: [{ source: 1, name: 'a', title: 'Titre', url: 'https://github.com/advisories/GHSA-aaaa', severity }, 'b'] },
    },
  });
  const exception = { id: 'GHSA-aaaa', package: 'a', why: 'Code non appelé.', until: '2026-12-31' };

  it('opens the gate when nothing grave is known', () => {
    expect(judge(weakness('low'), [], '2026-11-24')).toEqual({ open: [], accepted: [], stale: [] });
  });

  it('shuts it on a weakness, accepts it for a reason and a time, and shuts again', () => {
    expect(judge(weakness('high'), [], '2026-11-24').open).toHaveLength(1);
    expect(judge(weakness('high'), [exception], '2026-12-31')).toMatchObject({ open: [], stale: [] });
    expect(judge(weakness('high'), [exception], '2027-01-01').open).toHaveLength(1);
  });

  it('names an exception that serves no more', () => {
    expect(judge({ vulnerabilities: {} }, [exception], '2026-11-24').stale).toEqual(['GHSA-aaaa a']);
  });
});

describe('the lockfile', () => {
  it('holds a digest of each package, so that what is installed is what was reviewed', () => {
    expect(lockedPackages().length).toBeGreaterThan(500);
    expect(lockedPackages().filter(({ integrity }) => !integrity)).toEqual([]);
  });
});
