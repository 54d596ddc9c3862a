package dev.retune.ui.support;

import java.util.UUID;

/// Goes to a passage where it stands in its document.
@FunctionalInterface
public interface ToPassage {
  void show(UUID document, UUID passage);
}
