package io.leadpulse.cli.imports;

import io.leadpulse.intake.lead.LeadFrom;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The field of a log that names the lead, as on a command line. */
final class LeadFromConverter implements ITypeConverter<LeadFrom> {
  @Override
  public LeadFrom convert(String text) {
    try {
      return LeadFrom.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'%s' %s".formatted(text, e.getMessage()));
    }
  }
}
