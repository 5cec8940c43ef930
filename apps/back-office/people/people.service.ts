import { Injectable } from '@nestjs/common';

@Injectable()
export class PeopleService {
  list(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
