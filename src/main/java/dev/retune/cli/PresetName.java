package dev.retune.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a preset as the command line writes it: `long-passages`.
final class PresetName implements ITypeConverter<TrainOptions.Preset> {
  private static final String NAMES =
      Arrays.stream(TrainOptions.Preset.values())
          .map(PresetName::of)
          .collect(Collectors.joining(", "));

  @Override
  public TrainOptions.Preset convert(String value) {
    return Arrays.stream(TrainOptions.Preset.values())
        .filter(preset -> of(preset).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(value + ": " + NAMES));
  }

  private static String of(TrainOptions.Preset preset) {
    return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
