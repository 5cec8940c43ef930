export class DocumentView {
  id: string;
  filename: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** `attachment`, or the key of a document that the case produced. */
  kind: string;
  /** In French: the type of a produced document, or « Pièce jointe ». */
  label: string;
  draftId?: string;
  caseRef?: string;
  createdAt: string;
}
