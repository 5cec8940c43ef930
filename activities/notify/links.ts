/** Pages of the web application that mails lead to. A link holds no secret: whoever opens it must sign in. */
export const casePath = (ref: string): string => `/dossiers/${encodeURIComponent(ref)}`;
export const draftPath = (id: string): string => `/brouillons/${encodeURIComponent(id)}`;
export const taskPath = (ref: string, item: string): string => `/taches/${encodeURIComponent(`${ref}.${item}`)}`;
export const sessionPath = (ref: string): string => `/seances/${encodeURIComponent(ref)}`;
/** A director's year: the next thing, in one tap. */
export const yearPath = '/directeurs';
export const seatedEventPath = (ref: string): string => `/evenements/${encodeURIComponent(ref)}`;
export const cohortPath = (ref: string): string => `/cohortes/${encodeURIComponent(ref)}`;
