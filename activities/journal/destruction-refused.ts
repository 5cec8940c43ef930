/** Why a case cannot be destroyed: it is not there, it still runs, something of it has still to leave, or its record is not complete. */
export type DestructionRefusal = 'unknownCase' | 'caseNotClosed' | 'effectsUnderWay' | 'notYetSealed';

export class DestructionRefused extends Error {
  constructor(
    readonly code: DestructionRefusal,
    ref: string,
  ) {
    super(`${ref}: ${code}`);
    this.name = 'DestructionRefused';
  }
}
