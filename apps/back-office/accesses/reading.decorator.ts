import { SetMetadata } from '@nestjs/common';

export const givesContent = 'jalon:gives-content';

/** On a route that changes something and also answers with what the case says: it is recorded as a read, as every GET is. */
export const GivesContent = () => SetMetadata(givesContent, true);
