package dev.retune.architecture.planted.pair;

/// Breaks a rule on purpose.
class KnowsPdf {
  org.apache.pdfbox.pdmodel.PDDocument document;
}
