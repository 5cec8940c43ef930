import type { ZodType } from 'zod';
import { z } from 'zod';
import type { Call } from '#prisma/generated/client.js';
import type { Viewer } from '../permissions/viewer.js';

export const applicationForm = (_call: Call): ZodType => z.object({});
export const caseInput = (_call: Call, _viewer: Viewer, application: unknown): unknown => application;
