import { Injectable } from '@nestjs/common';

@Injectable()
export class UploadService {
  receive(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
