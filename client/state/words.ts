// The server writes in words as well, so they live in the contract.
export * from '../../server/contract/words.ts';
