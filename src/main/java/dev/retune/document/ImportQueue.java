package dev.retune.document;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The files of an import and what has become of each: one thread reads them one by one while
/// another watches, adds files, withdraws some, or pauses all.
public final class ImportQueue {
  /// How soon cancelling is noticed while paused.
  private static final int PATIENCE_MILLIS = 100;

  private final Runnable changed;
  private final List<Item> items = new ArrayList<>();
  private long ids;
  private boolean paused;

  /// @param changed called after each change, from the thread that made it; must be cheap
  public ImportQueue(Runnable changed) {
    this.changed = changed;
  }

  /// What has become of a file.
  public sealed interface State {
    /// Its turn comes.
    record Waiting() implements State {}

    /// It is being read.
    ///
    /// @param stage what is being done
    /// @param done units of it
    /// @param total units that it has; 0 if unknown
    record Reading(Text stage, long done, long total) implements State {}

    /// It was read or refused.
    record Ended(ImportOutcome outcome) implements State {}

    /// It was not read, because somebody said so.
    record Withdrawn() implements State {}
  }

  /// @param id of this line; a file may be in several
  public record Entry(long id, Path file, State state) {}

  private static final class Item {
    private final long id;
    private final Path file;
    private boolean unfolded;
    private State state = new State.Waiting();
    private boolean unwanted;

    private Item(long id, Path file, boolean unfolded) {
      this.id = id;
      this.file = file;
      this.unfolded = unfolded;
    }

    private boolean unread() {
      return state instanceof State.Waiting || state instanceof State.Reading;
    }
  }

  /// Adds files, or folders to be searched for some, behind all others.
  public void add(List<Path> files) {
    change(() -> files.forEach(file -> items.add(new Item(ids++, file, false))));
  }

  /// Does not read a file that waits, and gives up one that is being read.
  public void withdraw(long id) {
    change(() ->
        items.stream()
            .filter(item -> item.id == id && item.unread())
            .forEach(item -> {
              item.unwanted = true;
              if (item.state instanceof State.Waiting) {
                item.state = new State.Withdrawn();
              }
            }));
  }

  /// What is not read yet is not to be read.
  public void withdrawRest() {
    change(() ->
        items.stream().filter(Item::unread).forEach(item -> item.state = new State.Withdrawn()));
  }

  /// Waits at the next page, until told to go on.
  public void pause(boolean value) {
    change(() -> paused = value);
  }

  public synchronized boolean paused() {
    return paused;
  }

  /// In the order they were added.
  public synchronized List<Entry> entries() {
    return items.stream().map(item -> new Entry(item.id, item.file, item.state)).toList();
  }

  /// Files that wait or are being read.
  public synchronized List<Path> unread() {
    return items.stream().filter(Item::unread).map(item -> item.file).toList();
  }

  public synchronized boolean waiting() {
    return items.stream().anyMatch(item -> item.state instanceof State.Waiting);
  }

  /// What became of the files so far.
  public synchronized ImportSummary summary() {
    var outcomes = new ArrayList<ImportOutcome>();
    var notRead = new ArrayList<Path>();
    for (var item : items) {
      switch (item.state) {
        case State.Ended(var outcome) -> outcomes.add(outcome);
        case State.Waiting(), State.Reading(_, _, _), State.Withdrawn() -> notRead.add(item.file);
      }
    }
    return new ImportSummary(outcomes, notRead);
  }

  /// Returns at once unless paused while files wait or are read.
  ///
  /// @throws CancellationException if cancelled, or the thread interrupted, meanwhile
  public synchronized void awaitGoing(Progress progress) {
    try {
      while (paused && items.stream().anyMatch(Item::unread)) {
        // Its checkCancelled may be what waits here.
        if (progress.cancelled()) {
          throw new CancellationException();
        }
        wait(PATIENCE_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /// The first file that waits, as being read from now on. Folders are looked through first.
  public Optional<Entry> next() {
    unfold();
    var taken = new ArrayList<Entry>();
    change(() ->
        items.stream()
            .filter(item -> item.state instanceof State.Waiting)
            .findFirst()
            .ifPresent(item -> {
              var name = FileHead.name(item.file);
              item.state =
                  new State.Reading(Text.of(DocumentImporter.class, "opening", name), 0, 0);
              taken.add(new Entry(item.id, item.file, item.state));
            }));
    return taken.stream().findFirst();
  }

  /// Folders take long to look through, so nobody waits for it.
  private void unfold() {
    List<Item> folded;
    synchronized (this) {
      folded =
          items.stream()
              .filter(item -> !item.unfolded && item.state instanceof State.Waiting)
              .toList();
    }
    for (var item : folded) {
      var files = DroppedFiles.of(List.of(item.file));
      change(() -> {
        item.unfolded = true;
        if (item.state instanceof State.Waiting && !files.equals(List.of(item.file))) {
          int at = items.indexOf(item);
          items.remove(at);
          items.addAll(at, files.stream().map(file -> new Item(ids++, file, true)).toList());
        }
      });
    }
  }

  /// A stage of the file begins.
  public void stage(long id, Text what, long total) {
    change(() -> item(id).state = new State.Reading(what, 0, total));
  }

  /// So many more units of the stage are done.
  public void advance(long id, long units) {
    change(() -> {
      var item = item(id);
      if (item.state instanceof State.Reading(var stage, var done, var total)) {
        item.state = new State.Reading(stage, done + units, total);
      }
    });
  }

  /// The file was read or refused.
  public void ended(long id, ImportOutcome outcome) {
    change(() -> item(id).state = new State.Ended(outcome));
  }

  /// The file was not read to its end: it waits again, unless it was withdrawn.
  public void givenUp(long id) {
    change(() -> {
      var item = item(id);
      item.state = item.unwanted ? new State.Withdrawn() : new State.Waiting();
    });
  }

  synchronized boolean unwanted(long id) {
    return item(id).unwanted;
  }

  /// Which file of how many is being read.
  synchronized Place place() {
    int ended = (int) items.stream().filter(item -> item.state instanceof State.Ended).count();
    int unread = (int) items.stream().filter(Item::unread).count();
    return new Place(ended + 1, ended + unread);
  }

  record Place(int number, int files) {}

  private Item item(long id) {
    return items.stream().filter(item -> item.id == id).findFirst().orElseThrow();
  }

  private void change(Runnable how) {
    synchronized (this) {
      how.run();
      notifyAll();
    }
    changed.run();
  }
}
