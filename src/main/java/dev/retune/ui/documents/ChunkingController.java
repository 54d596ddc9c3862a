package dev.retune.ui.documents;

import dev.retune.document.ChunkingOptions;
import dev.retune.document.Document;
import dev.retune.pair.Action;
import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.text.ProblemException;
import dev.retune.ui.documents.ChunkingModel.Phase;
import dev.retune.ui.documents.ChunkingModel.Preview;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.ChunkingPreview;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Wires the pane "Passages" to the project.
final class ChunkingController {
  private static final Duration TYPING_PAUSE = Duration.millis(250);

  private final Ui ui;
  private final Messages messages;
  private final ChunkingPort port;
  private final DocumentsModel documents;
  private final ChunkingModel model;
  private final Runnable changed;
  private final LatestTask opening;
  private final LatestTask previewing;
  private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);

  private record Opened(ChunkingOptions options, List<LostPair> lost) {}

  /// @param changed called when passages were cut anew, or brought back
  ChunkingController(
      Ui ui, ChunkingPort port, DocumentsModel documents, ChunkingModel model, Runnable changed) {
    this.ui = ui;
    this.messages = ui.messages(ChunkingController.class);
    this.port = port;
    this.documents = documents;
    this.model = model;
    this.changed = changed;
    this.opening = ui.tasks().latest();
    this.previewing = ui.tasks().latest();
    pause.setOnFinished(_ -> preview());
    model.method.subscribe((_, _) -> soon());
    model.maxTokens.subscribe((_, _) -> soon());
    model.overlap.subscribe((_, _) -> soon());
    model.minTokens.subscribe((_, _) -> soon());
    model.all.subscribe((_, _) -> soon());
    documents
        .chosenProperty()
        .subscribe((_, _) -> {
          if (!model.all.get()) {
            soon();
          }
        });
  }

  void toggle() {
    if (model.open.get()) {
      close();
    } else {
      open();
    }
  }

  /// Shows the pane with what the project follows now.
  void open() {
    model.open.set(true);
    if (model.running()) {
      return;
    }
    model.phase.set(new Phase.Choosing());
    opening.<Opened>run(
        _ -> new Opened(port.options(), port.lost()),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Opened>(var opened) -> show(opened);
            case Outcome.Failed<Opened>(var failure) ->
                model.preview.set(new Preview.Failed(failure));
            case Outcome.Cancelled<Opened>() -> {}
          }
        });
  }

  private void show(Opened opened) {
    show(opened.options());
    model.lost.setAll(opened.lost());
    soon();
  }

  /// Puts the recommended values into the fields.
  void recommend() {
    show(ChunkingOptions.DEFAULT);
  }

  private void show(ChunkingOptions options) {
    model.method.set(options.method());
    model.maxTokens.set(Integer.toString(options.maxTokens()));
    model.overlap.set(Integer.toString(options.overlapTokens()));
    model.minTokens.set(Integer.toString(options.minTokens()));
  }

  /// Hides the pane; what is running goes on.
  void close() {
    opening.cancel();
    previewing.cancel();
    pause.stop();
    model.open.set(false);
  }

  private void soon() {
    if (model.open.get() && !model.running()) {
      model.preview.set(new Preview.Computing());
      previewing.cancel();
      pause.playFromStart();
    }
  }

  private void preview() {
    Optional<ChunkingOptions> options = options();
    if (options.isEmpty() || !model.open.get()) {
      return;
    }
    var chosen = chosen();
    previewing.<ChunkingPreview>run(
        progress -> port.preview(chosen, options.get(), progress),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<ChunkingPreview>(var preview) ->
                model.preview.set(new Preview.Ready(preview));
            case Outcome.Failed<ChunkingPreview>(var failure) ->
                model.preview.set(new Preview.Failed(failure));
            case Outcome.Cancelled<ChunkingPreview>() -> {}
          }
        });
  }

  /// What is chosen; empty if it does not go together, which the preview then says.
  private Optional<ChunkingOptions> options() {
    try {
      return Optional.of(
          new ChunkingOptions(
              model.method.get(),
              number(model.maxTokens.get()),
              number(model.overlap.get()),
              number(model.minTokens.get())));
    } catch (ProblemException e) {
      model.preview.set(new Preview.Failed(Failure.of(e)));
      return Optional.empty();
    }
  }

  /// What is no number is one that no option allows.
  private static int number(String typed) {
    return typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : -1;
  }

  private List<UUID> chosen() {
    return model.all.get()
        ? List.of()
        : documents.chosenProperty().get().map(Document::id).stream().toList();
  }

  /// Cuts anew as is chosen.
  void apply() {
    var options = options();
    if (options.isEmpty() || model.running()) {
      return;
    }
    pause.stop();
    previewing.cancel();
    var chosen = chosen();
    var line =
        ui.tasks()
            .<RechunkSummary>run(
                messages.text("chunking.task"),
                progress -> port.rechunk(chosen, options.get(), progress),
                this::applied);
    model.phase.set(new Phase.Running(line));
  }

  private void applied(Outcome<RechunkSummary> outcome) {
    switch (outcome) {
      case Outcome.Done<RechunkSummary>(var summary) -> {
        model.phase.set(new Phase.Done(summary));
        if (summary.action().id() > 0) {
          ui.saved().now();
          tell(summary);
        }
        looked();
      }
      case Outcome.Cancelled<RechunkSummary>() -> model.phase.set(new Phase.Stopped());
      case Outcome.Failed<RechunkSummary>(var failure) ->
          model.phase.set(new Phase.Failed(failure));
    }
  }

  /// Says it where the pane, which has a sentence and an undo of its own, is closed by now.
  private void tell(RechunkSummary summary) {
    if (!model.open.get()) {
      ui.notices()
          .say(
              messages.get("chunking.notice", summary.chunksBefore(), summary.chunksAfter()),
              messages.get("undo"),
              () -> undo(summary.action()));
    }
  }

  /// Brings the former passages and their pairs back.
  void undo(Action action) {
    ui.tasks()
        .<Boolean>quietly(
            _ -> {
              port.undo(action);
              return true;
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Boolean> _ -> {
                  ui.saved().now();
                  ui.notices().dismiss();
                  model.phase.set(new Phase.Undone());
                  looked();
                }
                case Outcome.Failed<Boolean>(var failure) ->
                    model.phase.set(new Phase.Failed(failure));
                case Outcome.Cancelled<Boolean>() -> {}
              }
            });
  }

  /// The project holds other passages now.
  private void looked() {
    changed.run();
    opening.<Opened>run(
        _ -> new Opened(port.options(), port.lost()),
        outcome -> {
          if (outcome instanceof Outcome.Done<Opened>(var opened)) {
            model.lost.setAll(opened.lost());
            soon();
          }
        });
  }
}
