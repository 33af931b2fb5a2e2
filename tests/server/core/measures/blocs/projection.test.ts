import { expect, it } from 'vitest';
import {
  agreementNetwork,
  type Stands,
  signedAgreement,
} from '../../../../../server/core/measures/blocs/agreement.ts';
import { createProjection } from '../../../../../server/core/measures/blocs/projection.ts';
import { randomFrom } from '../../../../../server/core/measures/random.ts';

it('gives the agreement network for any signs, weights and threshold', () => {
  const random = randomFrom(5);
  for (let round = 0; round < 50; round++) {
    const [actors, issues] = [9, 6];
    const rows = Array.from({ length: actors * issues }, (_, at) => at).filter(() => random() < 0.6);
    const stands: Stands = {
      ...{ actors, issues },
      actor: Uint32Array.from(rows, (at) => at % actors),
      issue: Uint32Array.from(rows, (at) => Math.floor(at / actors)),
      sign: Int8Array.from(rows, () => (random() < 0.5 ? 1 : -1)),
      weight: Float64Array.from(rows, () => (random() < 0.5 ? 1 : 0.5)),
    };
    const threshold = round % 2 === 0 ? 0 : 0.3;
    expect(createProjection(stands, threshold).project(stands.sign)).toEqual(
      signedAgreement(agreementNetwork(stands), actors, threshold),
    );
  }
});
