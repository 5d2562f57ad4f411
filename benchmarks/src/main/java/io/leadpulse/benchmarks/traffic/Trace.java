package io.leadpulse.benchmarks.traffic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Traffic in a file, so that every block is sent the same records and none waits for them to be
 * made.
 *
 * @param records all of them
 * @param bytes of their keys and values
 * @param sha256 of the file: kinds, lengths, keys and values in the order of sending
 */
public record Trace(Path file, long records, long bytes, String sha256) {
  private static final int BUFFER = 1 << 20;

  /** Writes traffic down. */
  public static Trace write(Traffic traffic, Path file) throws IOException {
    MessageDigest digest = newSha256();
    long records = 0;
    long bytes = 0;
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(file), digest), BUFFER))) {
      for (; traffic.hasNext(); records++) {
        Sent sent = traffic.next();
        out.writeByte(sent.kind().ordinal());
        out.writeShort(sent.key().length);
        out.writeShort(sent.value().length);
        out.write(sent.key());
        out.write(sent.value());
        bytes += sent.key().length + sent.value().length;
      }
    }
    return new Trace(file, records, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /** Reads it from the beginning; for one thread. */
  public Reader open() throws IOException {
    return new Reader(
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
  }

  /** Gives the records one after the other. */
  public static final class Reader implements AutoCloseable {
    private static final Kind[] KINDS = Kind.values();

    private final DataInputStream in;

    private Reader(DataInputStream in) {
      this.in = in;
    }

    /** The next record; there has to be one. */
    public Sent next() {
      try {
        Kind kind = KINDS[in.readByte()];
        byte[] key = new byte[in.readUnsignedShort()];
        byte[] value = new byte[in.readUnsignedShort()];
        in.readFully(key);
        in.readFully(value);
        return new Sent(kind, key, value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
