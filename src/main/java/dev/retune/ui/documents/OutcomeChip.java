package dev.retune.ui.documents;

import dev.retune.document.Outcome;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

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
    var chip = Controls.chip(messages.get("outcome." + outcome), tone);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }
}
