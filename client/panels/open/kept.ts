import type { Reading } from '../../workers/files.worker.ts';

/** Files as they were opened, kept in this browser so that they outlast a reload. */
export interface KeptFiles {
  id: string;
  files: readonly File[];
  reading: Reading;
}

const [DATABASE, STORE] = ['entente', 'files'];
/** So many are kept, one for each tab: of what was never closed, the oldest goes. */
const MOST = 4;

/** @throws DOMException where the browser keeps nothing, or has no room */
export async function keepFiles(kept: KeptFiles): Promise<void> {
  await transact('readwrite', (store) => store.put({ ...kept, at: Date.now() }));
  const all = await transact<(KeptFiles & { at: number })[]>('readonly', (store) => store.getAll());
  const old = all.sort((a, b) => b.at - a.at).slice(MOST);
  for (const { id } of old) await forgetFiles(id);
}

/** Undefined where they are kept no more. */
export function recallFiles(id: string): Promise<KeptFiles | undefined> {
  return transact('readonly', (store) => store.get(id));
}

export async function forgetFiles(id: string): Promise<void> {
  await transact('readwrite', (store) => store.delete(id));
}

async function transact<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onabort = () => reject(transaction.error ?? request.error);
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
