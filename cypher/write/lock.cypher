// Waits until nobody else is loading: the unique id makes a second transaction wait for the first.
// @param lock String The id that stands for the lock.
// @returns nothing
MERGE (lock:Source {id: $lock})
SET lock.held = true
