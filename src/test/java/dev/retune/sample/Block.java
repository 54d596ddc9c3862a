package dev.retune.sample;

import java.util.List;

/// One piece of a manual, in reading order.
sealed interface Block {

  /// A chapter heading, numbered `n`.
  record Chapter(String number, String title) implements Block {}

  /// A section heading, numbered `n.m`; questions name their section by this number.
  record Section(String number, String title) implements Block {}

  record Paragraph(String text) implements Block {}

  record Step(String number, String text) implements Block {}

  record Warning(String text) implements Block {}

  /// A table; the first row is its head.
  record Table(List<List<String>> rows) implements Block {}

  /// From here on the text runs in so many columns.
  record Columns(int count) implements Block {}

  /// Lines that stand on a page of their own as a photograph, without a text layer.
  record Scan(List<String> lines) implements Block {}
}
