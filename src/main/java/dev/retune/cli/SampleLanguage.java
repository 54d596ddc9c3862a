package dev.retune.cli;

import java.util.Locale;

/// A language of the sample material.
enum SampleLanguage {
  EN,
  ZH;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
