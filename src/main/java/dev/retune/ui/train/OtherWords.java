package dev.retune.ui.train;

import dev.retune.ui.support.Messages;
import dev.retune.workflow.AuxiliaryContent;

/// What a dataset beside the pairs holds, in words.
final class OtherWords {
  private OtherWords() {}

  /// "40 texts with their classes".
  static String rows(Messages messages, AuxiliaryContent content) {
    return messages.get("others.rows." + content.material(), content.rows());
  }
}
