package dev.retune.cli;

import dev.retune.document.Treatment;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a treatment as the command line writes it: `leave-out`.
final class TreatmentName implements ITypeConverter<Treatment> {
  private static final String NAMES =
      Arrays.stream(Treatment.values()).map(TreatmentName::of).collect(Collectors.joining(", "));

  @Override
  public Treatment convert(String value) {
    return Arrays.stream(Treatment.values())
        .filter(treatment -> of(treatment).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(value + ": " + NAMES));
  }

  static String of(Treatment treatment) {
    return treatment.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
