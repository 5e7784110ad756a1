/** A body that came as JSON, or as text: a beacon can send nothing else. @returns undefined when the text is no JSON */
export function parsedText(sent: unknown): unknown {
  if (typeof sent !== 'string') return sent;
  try {
    return JSON.parse(sent);
  } catch {
    return undefined;
  }
}
