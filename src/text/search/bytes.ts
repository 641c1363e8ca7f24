// Made once: an index has hundreds of thousands of terms.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Writes numbers as bytes, seven bits a byte, so that small ones take one. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor() {
    this.#bytes = new Uint8Array(32);
  }

  /** A whole number from 0 on. */
  number(value: number): this {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#push((rest % 128) | 128);
    return this.#push(rest);
  }

  /** A text with its length before it. */
  text(value: string): this {
    return this.block(encoder.encode(value));
  }

  /** Bytes with their number before them. */
  block(bytes: Uint8Array): this {
    return this.number(bytes.length).raw(bytes);
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** A text as it is, in UTF-8. */
  utf8(value: string): this {
    // No UTF-16 unit takes more.
    this.#reserve(value.length * 3);
    this.#length += encoder.encodeInto(value, this.#bytes.subarray(this.#length)).written;
    return this;
  }

  /** What was written so far. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #push(byte: number): this {
    this.#reserve(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
    return this;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads what a `ByteWriter` wrote. Behind the end everything is 0 and empty. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.#bytes[this.#offset] ?? 0;
      this.#offset += 1;
      value += (byte % 128) * unit;
      if (byte < 128) return value;
    }
  }

  text(): string {
    return decoder.decode(this.block());
  }

  block(): Uint8Array {
    const length = this.number();
    const start = this.#offset;
    this.#offset += length;
    return this.#bytes.subarray(start, this.#offset);
  }

  /** So many blocks as they stand, each with its length before it. */
  blocks(count: number): Uint8Array {
    const start = this.#offset;
    for (let index = 0; index < count; index += 1) {
      const length = this.number();
      this.#offset += length;
    }
    return this.#bytes.subarray(start, this.#offset);
  }
}
