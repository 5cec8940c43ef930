/** Pages of the web application that mails lead to. A link holds no secret: whoever opens it must sign in. */
export const casePath = (ref: string): string => `/dossiers/${encodeURIComponent(ref)}`;
export const taskPath = (ref: string, item: string): string => `/taches/${encodeURIComponent(`${ref}.${item}`)}`;
