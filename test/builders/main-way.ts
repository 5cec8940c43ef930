/** The stages of a grant in which all goes well, in their order. */
export const mainWay = [
  'filed',
  'completeness',
  'instruction',
  'committee',
  'decision',
  'notice',
  'convention',
  'commitment',
  'execution',
  'closing',
  'followUp',
];
