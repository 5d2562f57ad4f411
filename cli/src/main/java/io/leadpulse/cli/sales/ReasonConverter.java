package io.leadpulse.cli.sales;

import io.leadpulse.schemas.SalesActivityReason;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Why a lead was rejected or lost, on the command line: {@code no-budget}. */
final class ReasonConverter implements ITypeConverter<SalesActivityReason>, Iterable<String> {
  private static final List<SalesActivityReason> NO_REASONS =
      List.of(SalesActivityReason.UNKNOWN, SalesActivityReason.NONE);

  private final Map<String, SalesActivityReason> reasons = new TreeMap<>();

  ReasonConverter() {
    Arrays.stream(SalesActivityReason.values())
        .filter(reason -> !NO_REASONS.contains(reason))
        .forEach(reason -> reasons.put(name(reason), reason));
  }

  /** As it is written on the command line. */
  static String name(SalesActivityReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public SalesActivityReason convert(String text) {
    SalesActivityReason reason = reasons.get(text);
    if (reason == null) {
      throw new TypeConversionException(
          "'" + text + "' is none of " + String.join(", ", reasons.keySet()));
    }
    return reason;
  }

  @Override
  public Iterator<String> iterator() {
    return reasons.keySet().iterator();
  }
}
