package io.leadpulse.intake.row;

import io.leadpulse.schemas.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * One format, read in constant memory from any number of sources. Never throws on what it reads;
 * what it cannot use becomes a {@link Row.Rejected}. For one thread at a time.
 */
public interface Intake {

  /** The contract of every event this gives. */
  Subject<?> topic();

  /**
   * Reads a source to its end and gives its rows, in their order but for those held back.
   *
   * @param name of the file, without its folders; some services say in it what the content does not
   * @throws IOException if the source fails; the rows given so far stay given
   */
  void read(String name, InputStream in, Consumer<? super Row> rows) throws IOException;

  /**
   * Gives the rows that were held back because later parts of any source could have added to them.
   * To be called once, after the last source.
   */
  void finish(Consumer<? super Row> rows);
}
