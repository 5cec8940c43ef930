import { Injectable } from '@nestjs/common';

@Injectable()
export class MailsService {
  page(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  get(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
