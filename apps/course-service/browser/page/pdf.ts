const isPdf = (address: string): boolean => /\.pdf$/i.test(address.split(/[?#]/, 1)[0]!);

/**
 * Chrome and its relatives show no PDF in a sandboxed frame, whatever the sandbox allows. What a link would bring into the
 * frame comes into a window; what is embedded is offered there.
 */
export function showPdfsElsewhere(content: Document, offer: (open: () => void) => void): void {
  content.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a[href]');
      if (link && isPdf(link.href) && !link.hasAttribute('download')) link.target ||= '_blank';
    },
    { capture: true },
  );
  if (!('userAgentData' in navigator)) return;
  const embedded = [...content.querySelectorAll<HTMLElement>('iframe, embed, object')]
    .map((element) => element.getAttribute(element.localName === 'object' ? 'data' : 'src') ?? '')
    .find(isPdf);
  if (embedded) offer(() => void content.defaultView?.open(new URL(embedded, content.baseURI)));
}
