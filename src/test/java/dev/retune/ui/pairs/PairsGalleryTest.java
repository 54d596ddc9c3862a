package dev.retune.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.pair.FailedChunk;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.Theme;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// Every state of the screen, shown and photographed into `target/screenshots`.
class PairsGalleryTest {

  @Test
  void fullInBothThemesAndLanguages() throws Exception {
    for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      try (var window = show(Locale.ENGLISH, theme, SamplePairs.of(312, SampleTexts.ENGLISH))) {
        assertThat(window.node("pairs-judged", Label.class).getText())
            .startsWith("156 of 312 judged · about ");
        window.picture("pairs-full-" + theme);
      }
    }
    try (var window =
        show(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT, SamplePairs.of(60, SampleTexts.CHINESE))) {
      assertThat(window.node("pairs-title", Label.class).getText()).isEqualTo("问答对");
      window.picture("pairs-full-zh");
    }
  }

  @Test
  void drawerAtTheSideAndSmallWindow() throws Exception {
    try (var window = show(Locale.ENGLISH, Theme.LIGHT, SamplePairs.of(312, SampleTexts.ENGLISH))) {
      window.robot().clickOn("#pairs-drawer-layout");
      window.picture("pairs-side");
      window.size(860, 660);
      window.picture("pairs-small");
      assertThat(window.ui().memory().get("pairs.drawer")).contains("side");
    }
  }

  @Test
  void emptyStates() throws Exception {
    try (var window = show(Locale.ENGLISH, Theme.LIGHT, SamplePairs.empty())) {
      assertThat(window.shows("pairs-no-pairs")).isTrue();
      window.picture("pairs-no-pairs");
    }
    var nothing = SamplePairs.empty();
    nothing.passages = 0;
    try (var window = show(Locale.ENGLISH, Theme.DARK, nothing)) {
      assertThat(window.shows("pairs-no-passages")).isTrue();
      window.picture("pairs-no-passages");
    }
    try (var window = show(Locale.ENGLISH, Theme.LIGHT, SamplePairs.of(20, SampleTexts.ENGLISH))) {
      window.robot().clickOn("#pairs-search").write("zeppelin");
      window.await("no match", () -> window.shows("pairs-no-match"));
      window.picture("pairs-no-match");
    }
  }

  @Test
  void panels() throws Exception {
    var sample = SamplePairs.of(312, SampleTexts.ENGLISH);
    sample.toWrite = 40;
    sample.failing(
        new FailedChunk(
            UUID.randomUUID(), "TM-12 Gland and seal manual.pdf", 14, SampleTexts.refused()));
    try (var window = show(Locale.ENGLISH, Theme.LIGHT, sample)) {
      window.robot().clickOn("#pairs-write");
      window.await("offer", () -> window.shows("pairs-write-offer"));
      window.picture("pairs-write-offer");
      window.robot().clickOn("#pairs-write-by-llm");
      window.picture("pairs-write-llm");
      window.robot().clickOn("#pairs-write-start");
      sample.pen.release(20);
      window.await(
          "half written",
          () -> window.node("pairs-write-status", Label.class).getText().contains("19 written"));
      window.picture("pairs-writing");
      sample.pen.release(20);
      window.await("written", () -> window.shows("pairs-write-result"));
      window.picture("pairs-written");
      window.robot().clickOn("#pairs-add");
      window.picture("pairs-add");
      window.robot().clickOn("#pairs-split");
      window.picture("pairs-split");
    }
  }

  private static ScreenWindow show(Locale locale, Theme theme, SamplePairs sample)
      throws Exception {
    return ScreenWindow.show(locale, theme, ui -> new PairsScreen(ui, sample.services()));
  }
}
