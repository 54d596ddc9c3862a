package dev.retune.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The look of the window: AtlantaFX Primer with this program's colours over it.
///
/// Looked-up colours that mean the same everywhere: `-retune-base` (slate), `-retune-tuned` (the
/// accent), `-retune-bm25` (amber), `-retune-right` (green), `-retune-lost` (red), each also as
/// `…-subtle` for backgrounds. They follow Okabe and Ito's palette, which survives colour
/// blindness.
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  /// Dresses `scene`; popups of its window follow.
  public void apply(Scene scene, Locale locale) {
    Fonts.load();
    var dark = isDark();
    // For the whole program, because menus and tooltips live in scenes of their own.
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            sheet(dark ? "dark.css" : "light.css"),
            sheet("retune.css"),
            sheet("screens.css"),
            fontSheet(locale));
  }

  /// Whether this means dark now.
  public boolean isDark() {
    return switch (this) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }

  private static String fontSheet(Locale locale) {
    var css = ".root{-fx-font-family:\"" + Fonts.family(locale) + "\";}";
    return "data:text/css;base64,"
        + java.util.Base64.getEncoder()
            .encodeToString(css.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
