package dev.retune.cli;

import dev.retune.training.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a method as the command line writes it: `two-layer-adapter`.
final class MethodName implements ITypeConverter<Method> {
  private static final String NAMES =
      Arrays.stream(Method.values()).map(MethodName::of).collect(Collectors.joining(", "));

  @Override
  public Method convert(String value) {
    return Arrays.stream(Method.values())
        .filter(method -> of(method).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(value + ": " + NAMES));
  }

  private static String of(Method method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
