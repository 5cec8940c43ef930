import { ownRequest, type Schemas } from './client.js';
import { Problem, problemOf } from './problem.js';
import { sessionEvents } from './session-events.js';

/** What a file is joined to: a draft, or a case under way. */
export type AttachmentPlace = { readonly draftId: string } | { readonly caseRef: string };

/** Sends one file. `fetch` does not tell how far it is; XMLHttpRequest does. `onProgress` is given a share from 0 to 1. */
export function upload(file: File, place: AttachmentPlace, onProgress: (share: number) => void): Promise<Schemas['DocumentView']> {
  const form = new FormData();
  for (const [name, value] of Object.entries(place) as [string, string][]) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/documents');
    request.responseType = 'json';
    for (const [name, value] of Object.entries(ownRequest)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 401) sessionEvents.expired();
      if (request.status < 300) resolve(request.response as Schemas['DocumentView']);
      else reject(problemOf(request.response, request.status));
    };
    request.onerror = () =>
      reject(
        new Problem({ title: 'L’envoi a été interrompu', detail: 'Vérifiez votre connexion, puis choisissez de nouveau le fichier.' }),
      );
    request.send(form);
  });
}
