import { Injectable } from '@nestjs/common';

@Injectable()
export class DocumentsService {
  get(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  open(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  remove(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  ofCase(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
