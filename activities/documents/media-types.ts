/** What people may attach: the extensions of a name and the media type that the content must then show. */
export const acceptedTypes = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'application/zip': ['zip'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MediaType = keyof typeof acceptedTypes;

export const isAccepted = (mediaType: string): mediaType is MediaType => Object.hasOwn(acceptedTypes, mediaType);

/** Whether files of this type are ZIP archives: office documents are. */
export const isArchive = (mediaType: MediaType): boolean =>
  mediaType === 'application/zip' || /openxmlformats|opendocument/.test(mediaType);

/** The media type that a file's name announces. */
export function announcedType(filename: string): MediaType | undefined {
  const extension = /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase();
  const found = Object.entries(acceptedTypes).find(([, extensions]) => (extensions as readonly string[]).includes(extension ?? ''));
  return found?.[0] as MediaType | undefined;
}
