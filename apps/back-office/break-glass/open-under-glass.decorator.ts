import { SetMetadata } from '@nestjs/common';

export const openUnderGlass = 'jalon:open-under-glass';

/** On a route that reads one case: a break-glass opens it to an administrator. Every other route stays as closed as it was. */
export const OpenUnderGlass = () => SetMetadata(openUnderGlass, true);
