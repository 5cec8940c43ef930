/** Why a file is not accepted: the back office turns the code into a problem with a French sentence. */
export type FileRefusalCode =
  'fileTooLarge' | 'fileEmpty' | 'fileTypeRefused' | 'fileTypeMismatch' | 'fileArchiveRefused' | 'fileInfected' | 'virusScanDown';

export class FileRefused extends Error {
  constructor(
    readonly code: FileRefusalCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'FileRefused';
  }
}
