package org.postrider.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream that remembers why it took no more, which a print stream keeps to itself. */
final class Output extends FilterOutputStream {

  private IOException fault;

  Output(OutputStream out) {
    super(out);
  }

  @Override
  public synchronized void write(byte[] bytes, int start, int length) throws IOException {
    try {
      out.write(bytes, start, length);
    } catch (IOException e) {
      fault = fault == null ? e : fault;
      throw e;
    }
  }

  @Override
  public synchronized void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /** Why something could not be written, other than that the reader had enough. */
  synchronized Optional<String> fault() {
    return Optional.ofNullable(fault)
        .map(IOException::getMessage)
        .filter(why -> !why.contains("Broken pipe"));
  }
}
