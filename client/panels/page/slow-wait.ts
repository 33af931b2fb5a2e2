import { useEffect, useState } from 'react';

/** How long a page may be blank before it says what it waits for, in milliseconds. */
const SHORT = 400;

/** Whether a wait that begins with the component has become long enough to be told of. */
export function useLong(): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLong, SHORT, true);
    return () => clearTimeout(timer);
  }, []);
  return long;
}
