package dev.retune.retrieval;

import java.math.BigDecimal;
import java.util.Locale;

/// Numbers as Python prints them, so that files compare equal.
final class PythonFloat {
  private PythonFloat() {}

  /// Python's `repr`: the shortest digits that give the number back, with an exponent only below
  /// 0.0001 and from 10¹⁶ on.
  static String repr(double value) {
    double size = Math.abs(value);
    if (value == 0 || (size >= 1e-4 && size < 1e16)) {
      var plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    var parts = Double.toString(value).split("E");
    var digits = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
    int exponent = Integer.parseInt(parts[1]);
    return String.format(
        Locale.ROOT, "%se%s%02d", digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /// An epoch: the integer −1 outside training, else a float.
  static String epoch(double epoch) {
    return epoch == -1 ? "-1" : repr(epoch);
  }
}
