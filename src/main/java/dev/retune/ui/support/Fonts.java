package dev.retune.ui.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javafx.scene.text.Font;

/// The typeface of the window: Roboto, which travels with the program and whose figures are
/// tabular; for Chinese the platform's own, because no Chinese face is small enough to carry.
final class Fonts {
  private static final List<String> CHINESE =
      List.of(
          "PingFang SC",
          "Microsoft YaHei UI",
          "Microsoft YaHei",
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "Noto Sans SC",
          "WenQuanYi Micro Hei");

  private Fonts() {}

  /// Loads what travels with the program; later calls cost little.
  static void load() {
    for (var weight : List.of("Regular", "Medium", "Bold")) {
      try (var in = Fonts.class.getResourceAsStream("fonts/Roboto-" + weight + ".ttf")) {
        Font.loadFont(in, 13);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The family to set text of `locale` in.
  static String family(Locale locale) {
    if (locale.getLanguage().equals("zh")) {
      var installed = Font.getFamilies();
      return CHINESE.stream().filter(installed::contains).findFirst().orElse("System");
    }
    return "Roboto";
  }
}
