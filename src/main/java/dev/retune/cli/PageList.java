package dev.retune.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Numbers of pages as in `3-5,9`.
///
/// @param numbers from 1
record PageList(Set<Integer> numbers) {
  PageList {
    numbers = Set.copyOf(numbers);
  }

  /// Reads one.
  static final class Converter implements ITypeConverter<PageList> {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    @Override
    public PageList convert(String value) {
      var numbers = new TreeSet<Integer>();
      for (var part : value.split(",", -1)) {
        var range = RANGE.matcher(part.strip());
        if (!range.matches()) {
          throw new TypeConversionException(value);
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (first < 1 || last < first) {
          throw new TypeConversionException(value);
        }
        for (int number = first; number <= last; number++) {
          numbers.add(number);
        }
      }
      return new PageList(numbers);
    }
  }
}
