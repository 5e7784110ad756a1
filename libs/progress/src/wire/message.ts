const UUID_HYPHENS = /-/g;

/** Bytes in PostgreSQL's binary format (big-endian), written one after the other into a buffer that grows. */
export class Message {
  private buffer = Buffer.allocUnsafe(4096);
  private at = 0;

  int8(value: number): void {
    this.room(1);
    this.at = this.buffer.writeInt8(value, this.at);
  }

  int32(value: number): void {
    this.room(4);
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  /** @param value a safe integer */
  int64(value: number): void {
    this.int32(Math.floor(value / 2 ** 32));
    this.room(4);
    this.at = this.buffer.writeUInt32BE(((value % 2 ** 32) + 2 ** 32) % 2 ** 32, this.at);
  }

  double(value: number): void {
    this.room(8);
    this.at = this.buffer.writeDoubleBE(value, this.at);
  }

  /** In UTF-8. */
  text(value: string): void {
    this.room(value.length * 3);
    this.at += this.buffer.write(value, this.at, 'utf8');
  }

  uuid(value: string): void {
    this.room(16);
    this.at += this.buffer.write(value.replace(UUID_HYPHENS, ''), this.at, 'hex');
  }

  bytes(value: Buffer): void {
    this.room(value.length);
    this.at += value.copy(this.buffer, this.at);
  }

  /** Leaves room for the length of what follows. @returns where */
  beginLength(): number {
    this.int32(0);
    return this.at;
  }

  endLength(begin: number): void {
    this.buffer.writeInt32BE(this.at - begin, begin - 4);
  }

  /** What was written. */
  taken(): Buffer {
    return this.buffer.subarray(0, this.at);
  }

  private room(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.at + bytes));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}
