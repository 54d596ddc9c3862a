package dev.retune.ui.compare;

import dev.retune.model.ModelEntry;
import dev.retune.ui.compare.Opened.Measured;
import dev.retune.ui.support.FxTasks;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.SideBySide;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens two models, asks them, and measures them. The newest question wins.
final class CompareController {
  private final Ui ui;
  private final Messages messages;
  private final Comparing comparing;
  private final CompareModel model;
  private final LatestTask loading;
  private final LatestTask asking;
  private FxTasks.@Nullable Task opening;
  private FxTasks.@Nullable Task measuring;
  private String stamp = "";
  private String wantedRun = "";
  private long attempt;

  CompareController(Ui ui, Comparing comparing, CompareModel model) {
    this.ui = ui;
    this.messages = ui.messages(CompareController.class);
    this.comparing = comparing;
    this.model = model;
    this.loading = ui.tasks().latest();
    this.asking = ui.tasks().latest();
  }

  /// Looks for models, and opens the two to compare unless they are open and still say the truth.
  void load() {
    loading.run(
        _ -> comparing.models(),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Comparing.Models>(var models) -> show(models);
            case Outcome.Failed<Comparing.Models>(var error) -> {
              model.failure.set(Optional.of(error));
              model.state.set(CompareState.FAILED);
            }
            case Outcome.Cancelled<Comparing.Models>() -> {}
          }
        });
  }

  /// Compares the model of this run as soon as it is there.
  void want(String runId) {
    wantedRun = runId;
    load();
  }

  private void show(Comparing.Models models) {
    if (!model.bases.equals(models.bases())) {
      model.bases.setAll(models.bases());
    }
    if (!model.tuned.equals(models.tuned())) {
      model.tuned.setAll(models.tuned());
    }
    if (models.tuned().isEmpty() || models.bases().isEmpty()) {
      model.state.set(CompareState.NO_TUNED);
      return;
    }
    var tuned =
        models.tuned().stream()
            .filter(entry -> isOf(entry, wantedRun))
            .findFirst()
            .or(() -> model.challenger.get().flatMap(old -> same(models.tuned(), old)))
            .orElse(models.tuned().getFirst());
    wantedRun = "";
    var base =
        model
            .base
            .get()
            .flatMap(old -> same(models.bases(), old))
            .or(() -> baseOf(models.bases(), tuned))
            .orElse(models.bases().getFirst());
    var current = model.opened.get();
    var open =
        current.isPresent()
            && current.get().base().id().equals(base.id())
            && current.get().tuned().id().equals(tuned.id())
            && stamp.equals(models.stamp());
    stamp = models.stamp();
    if (!open && !opening(base, tuned)) {
      open(base, tuned);
    }
  }

  private boolean opening(ModelEntry base, ModelEntry tuned) {
    return model.opening.get().isPresent()
        && model.base.get().filter(entry -> entry.id().equals(base.id())).isPresent()
        && model.challenger.get().filter(entry -> entry.id().equals(tuned.id())).isPresent();
  }

  private static boolean isOf(ModelEntry entry, String runId) {
    var lineage = entry.lineage();
    return lineage != null && !runId.isEmpty() && lineage.runId().equals(runId);
  }

  private static Optional<ModelEntry> same(List<ModelEntry> models, ModelEntry old) {
    return models.stream().filter(entry -> entry.id().equals(old.id())).findFirst();
  }

  private static Optional<ModelEntry> baseOf(List<ModelEntry> bases, ModelEntry tuned) {
    var lineage = tuned.lineage();
    return lineage == null
        ? Optional.empty()
        : bases.stream().filter(entry -> entry.id().equals(lineage.baseId())).findFirst();
  }

  /// Makes two models ready; what was open is closed.
  void open(ModelEntry base, ModelEntry tuned) {
    cancelWork();
    var mine = ++attempt;
    model.base.set(Optional.of(base));
    model.challenger.set(Optional.of(tuned));
    model.measured.set(Optional.empty());
    model.unmeasured.set("");
    model.lines.clear();
    model.answer.set(Optional.empty());
    var old = model.opened.get();
    model.opened.set(Optional.empty());
    opening =
        ui.tasks()
            .run(
                messages.text("opening"),
                progress -> {
                  old.ifPresent(Opened::close);
                  return comparing.open(base, tuned, progress);
                },
                outcome -> opened(mine, outcome));
    model.opening.set(Optional.of(ui.tasks().running().getLast()));
    model.state.set(CompareState.OPENING);
  }

  private void opened(long mine, Outcome<Opened> outcome) {
    if (mine != attempt) {
      if (outcome instanceof Outcome.Done<Opened>(var late)) {
        closeQuietly(late);
      }
      return;
    }
    opening = null;
    model.opening.set(Optional.empty());
    switch (outcome) {
      case Outcome.Done<Opened>(var ready) -> {
        model.opened.set(Optional.of(ready));
        model.questions.setAll(ready.questions());
        model.state.set(CompareState.READY);
        if (model.question.get().isBlank() && !model.questions.isEmpty()) {
          model.question.set(model.questions.getFirst().text());
        }
        ask(model.question.get());
        measure(ready);
      }
      case Outcome.Failed<Opened>(var error) -> {
        model.failure.set(Optional.of(error));
        model.state.set(CompareState.FAILED);
      }
      case Outcome.Cancelled<Opened>() -> model.state.set(CompareState.STOPPED);
    }
  }

  /// Opens the chosen two again.
  void again() {
    if (model.base.get().isPresent() && model.challenger.get().isPresent()) {
      open(model.base.get().get(), model.challenger.get().get());
    } else {
      load();
    }
  }

  /// Asks all three; an answer to an older question is dropped.
  void ask(String question) {
    var ready = model.opened.get();
    model.question.set(question);
    if (question.isBlank() || ready.isEmpty()) {
      asking.cancel();
      model.asking.set(false);
      model.answer.set(Optional.empty());
      return;
    }
    model.asking.set(true);
    asking.run(
        progress -> ready.get().ask(question, progress),
        outcome -> {
          model.asking.set(false);
          model.askFailure.set(Optional.empty());
          switch (outcome) {
            case Outcome.Done<SideBySide>(var answer) -> {
              model.passage.set(Optional.empty());
              model.answer.set(Optional.of(answer));
            }
            case Outcome.Failed<SideBySide>(var error) -> {
              model.answer.set(Optional.empty());
              model.askFailure.set(Optional.of(error));
            }
            case Outcome.Cancelled<SideBySide>() -> {}
          }
        });
  }

  /// Marks a passage in all columns; the same one again unmarks it.
  void choose(UUID passage) {
    var now = model.passage.get();
    model.passage.set(now.equals(Optional.of(passage)) ? Optional.empty() : Optional.of(passage));
  }

  /// Measures again what was stopped or failed.
  void measure() {
    if (model.measuring.get().isEmpty()) {
      model.opened.get().ifPresent(this::measure);
    }
  }

  private void measure(Opened ready) {
    model.unmeasured.set("");
    var mine = attempt;
    measuring =
        ui.tasks()
            .run(
                messages.text("measuring"),
                ready::measure,
                outcome -> {
                  if (mine != attempt) {
                    return;
                  }
                  measuring = null;
                  model.measuring.set(Optional.empty());
                  switch (outcome) {
                    case Outcome.Done<Optional<Measured>>(var measured) -> show(ready, measured);
                    case Outcome.Failed<Optional<Measured>>(var error) ->
                        model.unmeasured.set(
                            error.problem().cause().in(ui.locale())
                                + " "
                                + error.problem().remedy().in(ui.locale()));
                    case Outcome.Cancelled<Optional<Measured>>() ->
                        model.unmeasured.set(messages.get("outcome.stopped"));
                  }
                });
    model.measuring.set(Optional.of(ui.tasks().running().getLast()));
  }

  private void show(Opened ready, Optional<Measured> measured) {
    var texts = new HashMap<String, String>();
    ready.questions().forEach(question -> texts.put(question.id(), question.text()));
    model.measured.set(measured);
    model.measuredAt.set(Optional.of(ui.clock().instant()));
    model.lines.setAll(
        measured.stream()
            .flatMap(done -> done.comparison().outcomes().stream())
            .map(outcome ->
                new CompareModel.Line(
                    texts.getOrDefault(outcome.queryId(), outcome.queryId()), outcome))
            .toList());
  }

  private void cancelWork() {
    asking.cancel();
    if (opening != null) {
      opening.cancel();
    }
    if (measuring != null) {
      measuring.cancel();
    }
    model.opening.set(Optional.empty());
    model.measuring.set(Optional.empty());
  }

  /// Lets go of the models.
  void close() {
    attempt++;
    cancelWork();
    model.opened.get().ifPresent(this::closeQuietly);
    model.opened.set(Optional.empty());
  }

  private void closeQuietly(Opened ready) {
    ui.tasks()
        .quietly(
            _ -> {
              ready.close();
              return true;
            },
            _ -> {});
  }
}
