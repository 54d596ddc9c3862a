package dev.retune.ui.documents;

import dev.retune.document.ImportQueue;
import dev.retune.document.ImportSummary;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.StatusLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The import into an open project. It goes on while the screens that show it are built anew in
/// another language: those that come take over here what those that leave knew.
///
/// Changed on the FX thread only.
final class ImportWork {
  private volatile @Nullable ImportController watcher;
  private volatile @Nullable ImportQueue queue;
  private volatile Optional<ImportSummary> summary = Optional.empty();
  private Optional<StatusLine> line = Optional.empty();
  private Optional<Failure> failure = Optional.empty();
  private boolean following;
  private boolean told;
  private boolean known;

  /// Has `controller` hear of everything from now on.
  void watchedBy(ImportController controller) {
    watcher = controller;
  }

  /// The screen goes; nobody hears of anything until another comes.
  void leave(ImportController controller) {
    if (watcher == controller) {
      watcher = null;
    }
  }

  /// Has whoever watches now do something.
  void tell(Consumer<ImportController> what) {
    var present = watcher;
    if (present != null) {
      what.accept(present);
    }
  }

  /// What is being imported; null if nothing is.
  @Nullable ImportQueue queue() {
    return queue;
  }

  void setQueue(@Nullable ImportQueue value) {
    queue = value;
  }

  Optional<ImportSummary> summary() {
    return summary;
  }

  void setSummary(Optional<ImportSummary> value) {
    summary = value;
  }

  Optional<StatusLine> line() {
    return line;
  }

  void setLine(Optional<StatusLine> value) {
    line = value;
  }

  Optional<Failure> failure() {
    return failure;
  }

  void setFailure(Optional<Failure> value) {
    failure = value;
  }

  /// Whether what became of other files before stays in sight.
  boolean following() {
    return following;
  }

  void setFollowing(boolean value) {
    following = value;
  }

  /// Whether it was asked already what the program did not come to before it ended.
  boolean told() {
    return told;
  }

  void setTold() {
    told = true;
  }

  /// Whether it is known what the program did not come to.
  boolean known() {
    return known;
  }

  void setKnown() {
    known = true;
  }

  /// Files to be told of should the program end now: those of the queue, and those that it had not
  /// come to when it ended before, until they are read or their line is closed. From any thread.
  List<Path> unread() {
    var present = queue;
    var waiting = present == null ? List.<Path>of() : present.unread();
    var before = summary.map(ImportSummary::interrupted).orElse(List.of());
    return Stream.concat(before.stream(), waiting.stream()).distinct().toList();
  }
}
