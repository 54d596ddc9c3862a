package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.VersionChanges;
import dev.retune.pair.VersionPairs;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Two versions of a document that are compared, as properties only.
final class ChangesModel {

  /// @param pairs of the earlier version
  record Versions(Document earlier, Document later, VersionChanges changes, VersionPairs pairs) {}

  private final ObjectProperty<Optional<Versions>> versions =
      new SimpleObjectProperty<>(Optional.empty());

  /// Empty while none are looked at.
  ObjectProperty<Optional<Versions>> versionsProperty() {
    return versions;
  }
}
