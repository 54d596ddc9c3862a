package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Text on every ground it stands on reaches WCAG 2.2's contrast for text, 4.5 to 1, in both
/// themes.
class ThemeTest {
  private record Pair(String text, String ground) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("-color-fg-default", "-color-bg-default"),
          new Pair("-color-fg-default", "-retune-selected"),
          new Pair("-color-fg-default", "-retune-hover"),
          new Pair("-color-fg-muted", "-color-bg-default"),
          new Pair("-color-fg-muted", "-color-bg-subtle"),
          new Pair("-color-fg-muted", "-retune-rail"),
          new Pair("-color-fg-muted", "-retune-selected"),
          new Pair("-color-fg-muted", "-retune-hover"),
          new Pair("-color-fg-muted", "-retune-bm25-subtle"),
          new Pair("-color-accent-fg", "-color-bg-default"),
          new Pair("-color-accent-fg", "-retune-rail"),
          new Pair("-color-fg-emphasis", "-color-accent-emphasis"),
          new Pair("-retune-base", "-color-bg-default"),
          new Pair("-retune-base", "-retune-base-subtle"),
          new Pair("-retune-tuned", "-color-bg-default"),
          new Pair("-color-accent-fg", "-retune-tuned-subtle"),
          new Pair("-retune-bm25", "-color-bg-default"),
          new Pair("-retune-bm25", "-retune-bm25-subtle"),
          new Pair("-retune-right", "-color-bg-default"),
          new Pair("-retune-right", "-retune-right-subtle"),
          new Pair("-retune-lost", "-color-bg-default"),
          new Pair("-retune-lost", "-retune-lost-subtle"),
          new Pair("-retune-lost", "-retune-selected"),
          new Pair("-retune-notice-fg", "-retune-notice-bg"),
          new Pair("-retune-notice-action", "-retune-notice-bg"));

  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"LIGHT", "DARK"})
  void textStandsOutFromItsGround(Theme theme) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    for (var pair : PAIRS) {
      double contrast =
          WaitForAsyncUtils.waitForAsyncFx(
              20_000,
              () -> {
                var label = new Label("text");
                label.setStyle(
                    "-fx-text-fill: %s; -fx-background-color: %s;"
                        .formatted(pair.text(), pair.ground()));
                var scene = new Scene(new StackPane(label));
                theme.apply(scene, Locale.ENGLISH);
                stage.setScene(scene);
                label.applyCss();
                return contrast(
                    (Color) label.getTextFill(),
                    (Color) label.getBackground().getFills().getFirst().getFill());
              });
      assertThat(contrast).as("%s: %s on %s", theme, pair.text(), pair.ground()).isGreaterThan(4.5);
    }
  }

  @Test
  void everyLanguageHasATypeface() throws Exception {
    FxToolkit.registerPrimaryStage();
    Fonts.load();
    assertThat(Fonts.family(Locale.ENGLISH)).isEqualTo("Roboto");
    assertThat(javafx.scene.text.Font.getFamilies()).contains("Roboto");
    assertThat(Fonts.family(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo("Roboto");
  }

  /// Contrast ratio, WCAG 2.2, "relative luminance" and "contrast ratio".
  private static double contrast(Color a, Color b) {
    var lighter = Math.max(luminance(a), luminance(b));
    var darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
