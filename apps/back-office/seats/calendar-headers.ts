/** How an iCalendar file is sent: to be added to a calendar, and kept by nobody on the way. */
export const calendarHeaders = (name: string) => ({
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': `attachment; filename="${name.replace(/[^\w-]/g, '')}.ics"`,
  'cache-control': 'private, no-store',
});
