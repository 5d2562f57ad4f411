package io.leadpulse.benchmarks.block;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How many inputs a block has taken, told to the process that feeds it through shared memory. */
public final class Taken {
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer memory;

  private Taken(ByteBuffer memory) {
    this.memory = memory;
  }

  /**
   * @param file made if it is not there
   */
  public static Taken over(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Taken(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    }
  }

  public long get() {
    return (long) LONG.getVolatile(memory, 0);
  }

  void set(long inputs) {
    LONG.setVolatile(memory, 0, inputs);
  }
}
