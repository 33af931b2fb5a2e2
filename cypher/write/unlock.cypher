// Takes the lock away again before the transaction commits, so that it is never stored.
// @param lock String The id that stands for the lock.
// @returns nothing
MATCH (lock:Source {id: $lock})
DELETE lock
