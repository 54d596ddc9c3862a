package dev.retune.ui.documents;

import dev.retune.document.Outcome;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import javafx.scene.control.Label;

/// How reading a document ended, as a chip.
final class OutcomeChip {
  private OutcomeChip() {}

  static Label of(Outcome outcome, Messages messages) {
    var tone =
        switch (outcome) {
          case READ -> "success";
          case READ_WITH_WARNINGS, NEEDS_OCR -> "warning";
          case REFUSED -> "danger";
        };
    return Controls.chip(messages.get("outcome." + outcome), tone);
  }
}
