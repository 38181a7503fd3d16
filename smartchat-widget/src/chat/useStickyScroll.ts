import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

const NEAR = 32;

/** Keeps the newest line in sight until the visitor scrolls up, and again once they are back. */
export function useStickyScroll() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [away, setAway] = useState(false);

  const toNewest = useCallback((): void => {
    stuck.current = true;
    setAway(false);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  useEffect(() => {
    const box = scroller.current;
    const inner = content.current;
    if (!box || !inner) return;
    let before = box.scrollTop;
    const onScroll = (): void => {
      const distance = box.scrollHeight - box.clientHeight - box.scrollTop;
      if (distance < NEAR) stuck.current = true;
      else if (box.scrollTop < before - 1) stuck.current = false;
      before = box.scrollTop;
      setAway(!stuck.current);
    };
    const follow = new ResizeObserver(() => {
      if (stuck.current) box.scrollTop = box.scrollHeight;
    });
    box.addEventListener('scroll', onScroll, { passive: true });
    follow.observe(inner);
    follow.observe(box);
    return () => {
      box.removeEventListener('scroll', onScroll);
      follow.disconnect();
    };
  }, []);

  return { scroller, content, away, toNewest };
}
