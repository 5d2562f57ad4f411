package io.leadpulse.cli.imports;

import io.leadpulse.intake.IntakeFormat;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Formats by the names that they have on a command line. */
final class FormatConverter implements ITypeConverter<IntakeFormat> {
  private static Stream<IntakeFormat> formats() {
    return Stream.of(IntakeFormat.values());
  }

  @Override
  public IntakeFormat convert(String text) {
    return formats()
        .filter(format -> format.toString().equals(text))
        .findAny()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s"
                        .formatted(
                            text,
                            formats().map(Object::toString).collect(Collectors.joining(", ")))));
  }

  /** For the help. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return formats().map(Object::toString).iterator();
    }
  }
}
