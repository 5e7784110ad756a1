/** Whether a page shows Flash, and whether it seems to have something else for browsers without. */
export function flashIn(page: string): { fallback: boolean } | undefined {
  const shows = /<(embed|object|param)\b[^>]{0,1000}\.swf\b|\bembedSWF\s*\(|\bAC_FL_RunContent\s*\(/i.test(page);
  return shows ? { fallback: /<(video|audio|canvas)\b|html5/i.test(page) } : undefined;
}
