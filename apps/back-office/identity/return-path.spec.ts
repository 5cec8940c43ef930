import { returnPath } from './return-path.js';

it.each([
  ['/', '/'],
  ['/taches/FTAP-2026-000001.decide-1?vue=mine#motifs', '/taches/FTAP-2026-000001.decide-1?vue=mine#motifs'],
  ['/dossiers?q=été', '/dossiers?q=%C3%A9t%C3%A9'],
])('%s is a page of this application', (wished, path) => expect(returnPath(wished)).toBe(path));

it.each([
  undefined,
  '',
  'taches',
  'https://ailleurs.example/',
  '//ailleurs.example',
  '/\\ailleurs.example',
  '/\t/ailleurs.example',
  '\t//ailleurs.example',
  '/x\r\nset-cookie: a=b',
  '/./\\ailleurs.example',
  '/.//ailleurs.example',
  '/x/..//ailleurs.example',
  'javascript:alert(1)',
  '/api/session/sign-in?returnTo=/',
  '/API/session/way-out',
  '/x/../api/session/way-out',
])('%j is not', (wished) => expect(returnPath(wished)).toBe('/'));
