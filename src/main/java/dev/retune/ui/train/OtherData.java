package dev.retune.ui.train;

import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import dev.retune.workflow.AuxiliaryContent;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Takes in and takes out what is learned from beside the pairs: one file after the other, in the
/// order in which they were chosen. Used on the FX thread.
final class OtherData {
  private final Ui ui;
  private final Messages messages;
  private final Training training;
  private final TrainModel model;
  private final Deque<Path> waiting = new ArrayDeque<>();
  private Optional<Path> reading = Optional.empty();

  OtherData(Ui ui, Training training, TrainModel model) {
    this.ui = ui;
    this.messages = ui.messages(OtherData.class);
    this.training = training;
    this.model = model;
  }

  /// Learns from the datasets in these files and folders too.
  void add(List<Path> datasets) {
    if (datasets.isEmpty()) {
      return;
    }
    if (reading.isEmpty()) {
      model.refused.clear();
    }
    datasets.stream().map(each -> each.toAbsolutePath().normalize()).forEach(this::queue);
    next();
  }

  private void queue(Path dataset) {
    var there =
        model.chosenOthers().stream().anyMatch(each -> each.content().path().equals(dataset));
    if (there || waiting.contains(dataset) || reading.filter(dataset::equals).isPresent()) {
      refuse(dataset, messages.get("others.twice", dataset.getFileName().toString()));
    } else {
      waiting.add(dataset);
    }
  }

  private void refuse(Path dataset, String why) {
    model.refused.add(new Refusal(dataset, why));
  }

  private void next() {
    if (reading.isPresent() || waiting.isEmpty()) {
      return;
    }
    var dataset = waiting.remove();
    reading = Optional.of(dataset);
    ui.tasks()
        .run(
            messages.text("others.reading", dataset.getFileName().toString()),
            progress -> training.look(dataset, progress),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<AuxiliaryContent>(var content) ->
                    model.others.add(new SimpleObjectProperty<>(AuxiliaryChoice.usual(content)));
                case Outcome.Failed<AuxiliaryContent>(var error) ->
                    refuse(dataset, error.problem().in(ui.locale()));
                case Outcome.Cancelled<AuxiliaryContent>() -> {}
              }
              reading = Optional.empty();
              next();
            });
  }

  /// Learns from one of them no longer, unless the person takes that back.
  void remove(ObjectProperty<AuxiliaryChoice> other) {
    var place = model.others.indexOf(other);
    model.others.remove(other);
    ui.notices()
        .say(
            messages.get("others.removed", other.get().content().name()),
            messages.get("undo"),
            () -> model.others.add(Math.min(place, model.others.size()), other));
  }
}
