import type { PrismaClient } from '#prisma/generated/client.js';
import type { MorningActivities } from '#workflows/kit/every-morning.js';
import { refreshForecasts } from './refresh.js';

/** The activity that foretells every running case anew in the morning: what nobody has done by then is done a day later. */
export const refreshForecastsActivity = (prisma: PrismaClient): Pick<MorningActivities, 'refreshForecasts'> => ({
  async refreshForecasts() {
    await refreshForecasts(prisma, Date.now());
  },
});
