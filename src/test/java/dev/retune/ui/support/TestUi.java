package dev.retune.ui.support;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/// What screens are handed in tests: real tasks on the real FX thread, a clock that stands still,
/// and answers in place of dialogs.
public final class TestUi {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:42:00Z"), ZoneOffset.UTC);

  private TestUi() {}

  public static Ui of(Locale locale) {
    return of(locale, new TestFiles(), new TestBrowser());
  }

  public static Ui of(Locale locale, TestFiles files, TestBrowser browser) {
    return new Ui(
        locale,
        FxTasks.onPlatform(),
        new Notices(),
        new Saved(CLOCK),
        UiMemory.transientMemory(),
        files,
        browser,
        CLOCK);
  }
}
