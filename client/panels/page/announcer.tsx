import { useEffect, useState } from 'react';

/** Says to those who listen what has just changed; unseen on the page. */
export function Announcer({ announcement }: { announcement: string }) {
  const [said, setSaid] = useState('');
  // Told a moment later and all at once, so that a change that sets off others is one announcement.
  useEffect(() => {
    const timer = setTimeout(setSaid, 150, announcement);
    return () => clearTimeout(timer);
  }, [announcement]);
  // An open dialog hides from a screen reader all else but what is marked so.
  return (
    <p className="unseen" role="status" data-live-announcer="true">
      {said}
    </p>
  );
}
