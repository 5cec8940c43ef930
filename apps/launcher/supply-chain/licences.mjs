// Which licences the packages come under, and whether the policy lets them in.

/** Terms of an SPDX expression that must all be met: `(MIT OR CC0-1.0)` is met by one of the two, `A AND B` by both. */
export function isMet(expression, allowed) {
  const terms = expression.replaceAll(/[()]/g, '').split(/ and /i);
  return terms.every((term) => term.split(/ or /i).some((one) => allowed.has(one.trim())));
}

/**
 * Packages whose licence the policy does not let in, each with what to do.
 * @returns {string[]} one line in French a package
 */
export function licenceFaults(packages, { licences, developmentLicences, licenceExceptions }) {
  const served = new Set(licences);
  const built = new Set([...licences, ...developmentLicences]);
  const excepted = (one) => licenceExceptions.some(({ package: name, licence }) => name === one.name && licence === one.licence);
  return packages
    .filter((one) => !excepted(one) && !isMet(one.licence, one.development ? built : served))
    .map(({ name, version, licence }) => `${name} ${version} : licence ${licence}`);
}

/** Lines « licence, how many, packages », for the list that goes with a release. */
export function licenceList(packages) {
  const names = new Map();
  for (const { name, licence } of packages) names.set(licence, (names.get(licence) ?? new Set()).add(name));
  return [...names].sort((a, b) => b[1].size - a[1].size).map(([licence, of]) => ({ licence, packages: [...of].sort() }));
}
