import { Injectable } from '@nestjs/common';

@Injectable()
export class SessionService {
  demonstrationPerson(_a?: unknown): Promise<string> {
    throw new Error('skeleton');
  }
  view(..._a: unknown[]): never {
    throw new Error('skeleton');
  }
}
